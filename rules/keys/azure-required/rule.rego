# METADATA
# title: the Azure storage keys are incomplete
# description: "Azure storage needs its container, and a complete static or managed login"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [storage == azure, unmounted]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["azure-required"]

import data.mxlint.lib.missing

report contains finding if some finding in missing.findings("keys/azure-required")
