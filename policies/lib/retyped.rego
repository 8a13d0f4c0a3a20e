# Values of another type than the API server accepts.
package mxlint.lib

# retyped_places have only that reported; what else is wrong with the value shows once
# it is fixed.
retyped_places contains value.at if {
	some document in input.documents
	some value in document.nonStrings
}

retyped_places contains value.at if {
	some document in input.documents
	some value in document.violations
	value.keyword == "type"
}
