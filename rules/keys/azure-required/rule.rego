# METADATA
# title: Azure storage that is not complete
# description: "Azure storage needs its container, and a complete static or managed login"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["azure-required"]

import data.mxlint.lib

report contains lib.missing_finding(missing) if {
	some missing in lib.missing
	missing.rule == "keys/azure-required"
	not lib.not_extracted
}
