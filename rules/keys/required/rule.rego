# METADATA
# title: a group of required keys is incomplete
# description: an app whose database or storage comes from the secret store needs all required keys of that group
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [unmounted]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys.required

import data.mxlint.lib.missing

report contains finding if some finding in missing.findings("keys/required")
