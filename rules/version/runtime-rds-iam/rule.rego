# METADATA
# title: the runtime is too old for a database login with an IAM role
# description: RDS logins without a password need Mendix 9.22
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == runtime-rds-iam, versions.runtime]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.version["runtime-rds-iam"]

import data.mxlint.lib

report contains finding if some finding in lib.runtime_findings("runtime-rds-iam", "the app cannot log in to its database")
