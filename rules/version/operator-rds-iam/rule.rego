# METADATA
# title: the Operator is too old for a database login with an IAM role
# description: RDS logins without a password need Operator 2.10.1
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == operator-rds-iam, versions.operators]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
#     - https://docs.mendix.com/releasenotes/mendix-for-private-cloud/
package mxlint.rules.version["operator-rds-iam"]

import data.mxlint.lib

report contains finding if some finding in lib.operator_findings("operator-rds-iam", "it makes no token for the app, so the login fails")
