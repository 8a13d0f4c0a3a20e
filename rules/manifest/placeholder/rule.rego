# METADATA
# title: a placeholder from the documentation was never filled in
# description: "there is text such as <{...}>, <name> or AKIA#### instead of a value"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [documents.placeholders]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.manifest.placeholder

import data.mxlint.lib

report contains lib.with_subject(lib.finding(message, placeholder.at), placeholder.text) if {
	some document in input.documents
	some placeholder in document.placeholders
	message := sprintf("placeholder %q was never filled in: the cluster takes it literally", [placeholder.text])
}
