# METADATA
# title: the Operator is too old for managed identities
# description: logins with an Azure managed identity need Operator 2.17.0
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == operator-azure-identity, versions.operators]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
#     - https://docs.mendix.com/releasenotes/mendix-for-private-cloud/
package mxlint.rules.version["operator-azure-identity"]

import data.mxlint.lib

report contains finding if some finding in lib.operator_findings("operator-azure-identity", "it hands no token to the app, so the login fails")
