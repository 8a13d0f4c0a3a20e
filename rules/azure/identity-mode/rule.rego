# METADATA
# title: more than one identity mode
# description: "the provider takes one identity mode: a managed identity by clientID, that of the node, or the retired pod identity"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   providers: [azure]
#   needs: [provider == azure]
#   sources:
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/991
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.azure["identity-mode"]

import data.mxlint.lib

# modes excludes misspelled ones: they switch nothing on, and are reported by another
# rule.
modes := [name |
	some name in lib.identity_modes
	input.resources.secretProviderClass.parameters[name].key == name
]

# unquoted_first puts unquoted modes first: only that they are unquoted is reported at
# their place, so the second mode is reported at another one.
unquoted_first := array.concat(unquoted, [name | some name in modes; not name in unquoted])

unquoted := [name |
	some name in modes
	input.resources.secretProviderClass.parameters[name].at in lib.retyped_places
]

report contains lib.with_related(lib.finding(message, reported.at), [lib.related("the other mode", other.at)]) if {
	input.provider == "azure"
	count(modes) > 1
	parameters := input.resources.secretProviderClass.parameters
	other := parameters[unquoted_first[0]]
	reported := parameters[unquoted_first[max([1, count(unquoted)])]]
	message := sprintf("%s are enabled together, expected one: the provider fails with \"only one identity mode can be enabled at a time\"", [lib.listed(modes)])
}

report contains lib.lowered(message, parameter.at, "warning") if {
	input.provider == "azure"
	modes == ["useVMManagedIdentity"]
	parameters := input.resources.secretProviderClass.parameters
	parameters.clientID.value != ""
	not parameters.clientID.unknown # a template may render to nothing
	parameter := parameters.useVMManagedIdentity
	message := "\"useVMManagedIdentity\" is set together with \"clientID\", expected one of them: the identity of the node wins, and the mount may fail with \"Identity not found\""
}

report contains lib.lowered(message, parameter.at, "warning") if {
	input.provider == "azure"
	modes == ["usePodIdentity"]
	parameter := input.resources.secretProviderClass.parameters.usePodIdentity
	message := "\"usePodIdentity\" asks for AAD Pod Identity, which is retired, expected \"clientID\" for workload identity: the mount fails if no NMI runs on the node"
}
