# METADATA
# title: a value that has to be a string is not one
# description: "annotations, labels and parameters are strings; what Kubernetes reads as boolean, number, list or map is refused when it is applied"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   hides: value
#   needs: [documents.nonStrings]
#   sources:
#     - https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/
#     - https://github.com/kubernetes/kubectl/issues/660
package mxlint.rules.manifest["non-string-value"]

import data.mxlint.lib

report contains fixed(value) if {
	some document in input.documents
	some value in document.nonStrings
}

fixed(value) := lib.with_fix(plain(value), "quote it", [lib.quote(value.at)]) if {
	value.text != ""
	corrected(value) == value.text
}

fixed(value) := lib.with_text(plain(value), value.at, corrected(value)) if {
	value.text != ""
	corrected(value) != value.text
}

fixed(value) := plain(value) if value.text == ""

plain(value) := lib.finding(message, value.at) if {
	value.text != ""
	message := sprintf("%s %q is %s, which Kubernetes reads as a %s, expected a string: the API server refuses it; write \"%s\"", [value.where, value.name, value.text, value.type, corrected(value)])
}

plain(value) := lib.finding(message, value.at) if {
	value.text == ""
	message := sprintf("%s %q is a %s, expected a string: the API server refuses it%s", [value.where, value.name, value.type, advice(value)])
}

# The providers parse booleans with Go's ParseBool and the Operator compares its
# annotations with "true": neither accepts other words.
corrected(value) := value.reads if {
	takes_boolean(value)
	value.type == "boolean"
} else := value.text

takes_boolean(value) if value.where == "parameter"

takes_boolean(value) if value.name in {"privatecloud.mendix.com/environment-account", "privatecloud.mendix.com/environment-class"}

advice(value) := "; write the list as text, with `objects: |`" if value.name == "objects"

advice(value) := "" if value.name != "objects"
