# METADATA
# title: the ServiceAccount names no managed identity
# description: "the app's own logins to database and storage use the identity that the ServiceAccount is annotated with"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [azure]
#   needs: [provider == azure]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#configure-using-azure-key-vault
#     - https://github.com/Azure/azure-workload-identity/issues/1026
package mxlint.rules.azure["client-id-annotation"]

import data.mxlint.lib

report contains fixed(weighed(text(mark), mark.at), mark) if {
	input.provider == "azure"
	mark := input.resources.serviceAccount.clientID
	mark.state in {"absent", "near", "label", "wrong"}
	not lib.password_missing
	needed
}

key := "azure.workload.identity/client-id"

text(mark) := lib.identity_text(mark, key, consequence)

text(mark) := sprintf("annotation %q is empty, expected the client id of the managed identity: %s", [key, consequence]) if mark.state == "wrong"

consequence := "the app cannot log in with its managed identity" if lib.identity_login

consequence := "the documentation asks for it, and no login of this environment uses it yet" if not lib.identity_login

weighed(message, at) := lib.finding(message, at) if lib.identity_login

weighed(message, at) := lib.lowered(message, at, "warning") if not lib.identity_login

# If the class logs in with another identity mode, only logins of the app itself need
# the annotation.
needed if lib.identity_login

needed if {
	count(lib.identity_modes) == 0
	not lib.identity_undetermined
}

fixed(report, mark) := lib.with_key(report, mark.at, key) if mark.state == "near"

fixed(report, mark) := lib.with_fix(report, "add the client id of the class", [lib.insert(lib.annotations(input.resources.serviceAccount), [[key, client_id]])]) if {
	mark.state in {"absent", "label"}
	client_id
}

fixed(report, mark) := lib.with_fix(report, "write the client id of the class", [lib.set_text(mark.at, client_id)]) if {
	mark.state == "wrong"
	client_id
}

fixed(report, mark) := report if {
	mark.state != "near"
	not client_id
}

client_id := value if {
	parameter := input.resources.secretProviderClass.parameters.clientID
	not parameter.unknown
	value := parameter.value
	lib.guid(value)
}
