# METADATA
# title: class and ServiceAccount name different identities
# description: "both take the client id of one managed identity: the class for the mount, the account for the app's own logins"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   providers: [azure]
#   needs: [provider == azure]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#configure-using-azure-key-vault
package mxlint.rules.azure["client-id-mismatch"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, mark.at), [lib.related("clientID of the class", parameter.at)]) if {
	input.provider == "azure"
	parameter := input.resources.secretProviderClass.parameters.clientID
	mark := input.resources.serviceAccount.clientID
	mark.state == "ok"
	not parameter.unknown
	lib.guid(parameter.value) # anything else is reported by azure/client-id
	lower(parameter.value) != lower(trim_space(mark.value))
	message := sprintf("annotation \"azure.workload.identity/client-id\" is %q, while clientID of the SecretProviderClass is %q, expected the same managed identity for both: if only one of them has access, the mount or the app's own logins fail", [mark.value, parameter.value])
}
