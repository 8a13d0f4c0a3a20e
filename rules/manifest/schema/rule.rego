# METADATA
# title: a value does not fit the schema of its kind
# description: "a wrong type, a missing required field or a value that is not allowed, which the API server refuses"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   hides: value
#   needs: [documents]
#   sources:
#     - https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.manifest.schema

import data.mxlint.lib

report contains shown(violation) if {
	some document in input.documents
	some violation in document.violations
}

report contains lib.finding(message, document.apiVersion.at) if {
	some document in input.documents
	document.apiVersion.state == "absent"
	message := sprintf("apiVersion is missing, expected %q: the API server rejects an object without it", [document.apiVersion.expected])
}

report contains lib.finding(message, document.kindField.at) if {
	some document in input.documents
	document.kindField.state == "absent"
	message := sprintf("kind is missing, expected %q: the API server rejects an object without it", [document.kind])
}

report contains lib.with_text(finding, document.kindField.at, document.kind) if {
	some document in input.documents
	document.kindField.state == "wrong"
	finding := lib.finding(sprintf("kind is %q, expected %q: no matches for kind %q in version %q", [document.kindField.value, document.kind, document.kindField.value, document.apiVersion.value]), document.kindField.at)
}

shown(violation) := fixed(plain(violation), violation)

plain(violation) := lib.finding(violation.message, violation.at) if not violation.reserved

plain(violation) := lib.lowered(violation.message, violation.at, "warning") if violation.reserved

fixed(report, violation) := lib.with_subject(report, violation.subject) if violation.plain == ""

fixed(report, violation) := lib.with_fix(report, "write it without quotes", [lib.set_plain(violation.at, violation.plain)]) if violation.plain != ""
