# METADATA
# title: "no database password, and no identity that could replace it"
# description: "without database-password the app logs in with the identity of its ServiceAccount, but it has none"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [unmounted]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["database-password"]

import data.mxlint.lib.missing

report contains finding if some finding in missing.findings("keys/database-password")
