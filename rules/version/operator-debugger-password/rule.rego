# METADATA
# title: the Operator is too old for the debugger password from the store
# description: mx-debugger-password is read since Operator 2.15.0
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == operator-debugger-password, versions.operators]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
#     - https://docs.mendix.com/releasenotes/mendix-for-private-cloud/
package mxlint.rules.version["operator-debugger-password"]

import data.mxlint.lib

report contains finding if some finding in lib.operator_findings("operator-debugger-password", "it ignores the key")
