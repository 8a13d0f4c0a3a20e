# Identities: how the class logs in to its store.
package mxlint.lib

true_words := {"1", "t", "T", "TRUE", "true", "True"}

pod_identity if input.resources.secretProviderClass.parameters.usePodIdentity.value in true_words

pod_identity if undetermined("usePodIdentity")

false_words := {"", "0", "f", "F", "FALSE", "false", "False"}

# undetermined holds if a parameter has a value that is not a known boolean: then
# nothing can be said about what it switches.
undetermined(name) if input.resources.secretProviderClass.parameters[name].unknown

undetermined(name) if {
	parameter := input.resources.secretProviderClass.parameters[name]
	not parameter.value in (true_words | false_words)
}

identity_mode_names := ["usePodIdentity", "useVMManagedIdentity", "useAzureTokenProxy"]

# identity_undetermined holds if an identity mode may be on, but that is unknown.
identity_undetermined if {
	some name in identity_mode_names
	undetermined(name)
}

# identity_modes are the modes of the azure provider that are switched on.
identity_modes := [name |
	some name in identity_mode_names
	parameter := input.resources.secretProviderClass.parameters[name]
	not parameter.unknown
	parameter.value in true_words
]

guid(text) if regex.match(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`, text)
