# METADATA
# title: the Operator is too old for a secret store
# description: the secret store needs Operator 2.9.0
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == operator-secret-store, versions.operators]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
#     - https://docs.mendix.com/releasenotes/mendix-for-private-cloud/
package mxlint.rules.version["operator-secret-store"]

import data.mxlint.lib

report contains finding if some finding in lib.operator_findings("operator-secret-store", "it never attaches the SecretProviderClass to the app")
