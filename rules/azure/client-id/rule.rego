# METADATA
# title: the class names no identity
# description: "without clientID, or another identity mode, the provider falls back to a service principal that the pod does not have"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   providers: [azure]
#   needs: [provider == azure]
#   sources:
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/952
package mxlint.rules.azure["client-id"]

import data.mxlint.lib

report contains lib.finding(message, at) if {
	input.provider == "azure"
	class := input.resources.secretProviderClass
	known_parameters(class)
	not has_client_id(class)
	count(lib.identity_modes) == 0
	not lib.identity_undetermined
	at := place(class)
	message := "clientID is missing, expected the client id of the managed identity: the provider does not read the annotation of the ServiceAccount and fails with \"nodePublishSecretRef secret is not set\""
}

report contains lib.lowered(message, parameter.at, "warning") if {
	input.provider == "azure"
	parameter := input.resources.secretProviderClass.parameters.clientID
	not parameter.unknown
	value := parameter.value
	value != ""
	not lib.guid(value)
	message := sprintf("clientID %q is not a GUID, expected the client id of the managed identity, not its name: Microsoft Entra returns AADSTS700016", [parameter.value])
}

# The parameters are known once one of them was read, or found missing.
known_parameters(class) if count(class.parameters) > 0

known_parameters(_) if {
	some problem in input.problems
	problem.kind == "parameter"
	problem.fault == "missing"
}

has_client_id(class) if class.parameters.clientID.unknown

has_client_id(class) if class.parameters.clientID.value != ""

place(class) := class.parameters.clientID.at if class.parameters.clientID

place(class) := class.parametersAt if not class.parameters.clientID
