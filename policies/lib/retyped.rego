# Retyped values.
# Where a value stands that is of another type than the API server takes.
package mxlint.lib

# retyped_places are told as that alone; what else is wrong with the value shows
# once it is mended.
retyped_places contains value.at if {
	some document in input.documents
	some value in document.nonStrings
}

retyped_places contains value.at if {
	some document in input.documents
	some value in document.violations
	value.keyword == "type"
}
