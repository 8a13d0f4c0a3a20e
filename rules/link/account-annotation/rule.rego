# METADATA
# title: the ServiceAccount lacks the environment-account annotation
# description: "the Operator attaches only accounts that carry privatecloud.mendix.com/environment-account: \"true\""
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [resources.serviceAccount.mark.state != ok]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.link["account-annotation"]

import data.mxlint.lib

report contains lib.annotation_finding(input.resources.serviceAccount, "privatecloud.mendix.com/environment-account", "the Operator does not attach the ServiceAccount") if {
	meant
}

meant if lib.uses_store

# An account with the annotation, even a wrong one, is meant for a secret store.
meant if input.resources.serviceAccount.mark.state in {"wrong", "near", "label"}
