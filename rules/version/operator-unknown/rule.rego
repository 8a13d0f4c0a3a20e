# METADATA
# title: the version of the Operator is not known
# description: "the environment needs a minimum Operator version, and nothing shows which Operator runs"
# custom:
#   severity: info
#   since: 0.1.0
#   fixable: false
#   needs: [needs.operator]
#   sources:
#     - https://docs.mendix.com/releasenotes/mendix-for-private-cloud/
package mxlint.rules.version["operator-unknown"]

import data.mxlint.lib

report contains lib.finding(message, anchor.nameAt) if {
	input.versions.operators == []
	need := input.needs.operator
	anchor := lib.anchor
	message := sprintf("the version of the Mendix Operator is not known, expected %s or later for %s: set it with --operator-version, or as operatorVersion in .mxlint.yaml", [need.version, need.because])
}
