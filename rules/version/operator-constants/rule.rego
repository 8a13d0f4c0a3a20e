# METADATA
# title: the Operator is too old for constants and runtime settings from the store
# description: mx-const- and mx-runtime- keys are read since Operator 2.10.0
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == operator-constants, versions.operators]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
#     - https://docs.mendix.com/releasenotes/mendix-for-private-cloud/
package mxlint.rules.version["operator-constants"]

import data.mxlint.lib

report contains finding if some finding in lib.operator_findings("operator-constants", "it ignores these keys, and the app runs with its own values")
