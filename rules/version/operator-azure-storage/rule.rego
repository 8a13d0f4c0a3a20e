# METADATA
# title: the Operator is too old for Azure storage keys
# description: Operator 2.9 supports S3 only
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == operator-azure-storage, versions.operators]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
#     - https://docs.mendix.com/releasenotes/mendix-for-private-cloud/
package mxlint.rules.version["operator-azure-storage"]

import data.mxlint.lib

report contains finding if some finding in lib.operator_findings("operator-azure-storage", "it knows S3 only and ignores these keys")
