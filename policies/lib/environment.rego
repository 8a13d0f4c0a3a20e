# The environment.
# What many rules ask of the environment that they judge.
package mxlint.lib

# anchor is the resource that a finding about the whole stands at: the class,
# else the MendixApp, else the ServiceAccount.
anchor := input.resources.secretProviderClass if input.resources.secretProviderClass

else := input.resources.app if input.resources.app

else := input.resources.serviceAccount

uses_store if input.resources.secretProviderClass

uses_store if input.resources.app.secretStore == "true"

uses_store if input.resources.serviceAccount.mark.state in {"ok", "wrong", "near", "label"}

uses_plan if input.resources.app.databasePlan.state == "named"

uses_plan if input.resources.app.storagePlan.state == "named"

in_namespace := sprintf(" in namespace %q", [input.namespace]) if input.namespace != ""

in_namespace := "" if input.namespace == ""

# candidate names the resource that was probably meant by a missing link.
candidate(link) := sprintf("; the nearest is %q%s", [link.candidate.name, elsewhere(link.candidate)]) if {
	link.candidate
	not link.candidate.unlisted
}

candidate(link) := sprintf("; %q has one, but no kustomization lists that file", [link.candidate.unlisted]) if link.candidate.unlisted

candidate(link) := "" if not link.candidate

elsewhere(near) := sprintf(" in namespace %q", [near.namespace]) if {
	near.namespace != ""
	near.namespace != input.namespace
}

elsewhere(near) := "" if near.namespace in {"", input.namespace}

candidate_place(link) := [related("the nearest candidate", link.candidate.at)] if {
	link.candidate
	not link.candidate.unlisted
}

candidate_place(link) := [related("the one that is not listed", link.candidate.at)] if link.candidate.unlisted

candidate_place(link) := [] if not link.candidate

# annotations is where an annotation is added to a resource.
annotations(resource) := {"doc": resource.id, "path": "/metadata/annotations", "part": "value"}

objects_at := input.resources.secretProviderClass.objectsAt

# whole tells whether the list of mounted files is known to be complete.
whole if input.complete

mounted_file(key) := input.mountedFiles[input.mounted[key][0]]

true_words := {"1", "t", "T", "TRUE", "true", "True"}

pod_identity if input.resources.secretProviderClass.parameters.usePodIdentity.value in true_words

pod_identity if untold("usePodIdentity")

false_words := {"", "0", "f", "F", "FALSE", "false", "False"}

# untold tells whether a parameter has a value that is no known boolean: then
# nothing can be said of what it switches.
untold(name) if input.resources.secretProviderClass.parameters[name].unknown

untold(name) if {
	parameter := input.resources.secretProviderClass.parameters[name]
	not parameter.value in (true_words | false_words)
}

identity_mode_names := ["usePodIdentity", "useVMManagedIdentity", "useAzureTokenProxy"]

# identity_untold tells whether an identity mode may be switched on unseen.
identity_untold if {
	some name in identity_mode_names
	untold(name)
}

# identity_modes are the modes of the azure provider that are switched on.
identity_modes := [name |
	some name in identity_mode_names
	parameter := input.resources.secretProviderClass.parameters[name]
	not parameter.unknown
	parameter.value in true_words
]

guid(text) if regex.match(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`, text)

# versioned_words are what kv-v2 has after a mount beside data.
versioned_words := {"metadata", "delete", "undelete", "destroy", "subkeys"}
