# METADATA
# title: the provider is missing or misspelt
# description: "the driver uses the provider as the name of a socket, so its case and spelling matter"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [resources.secretProviderClass.providerState != known]
#   sources:
#     - https://secrets-store-csi-driver.sigs.k8s.io/concepts.html
#     - https://github.com/hashicorp/vault-csi-provider/issues/187
package mxlint.rules.provider.unsupported

import data.mxlint.lib

report contains lib.finding(message, class.providerAt) if {
	class := input.resources.secretProviderClass
	class.providerState == "absent"
	class.providerNearest == ""
	message := "provider is missing, expected \"vault\", \"aws\" or \"azure\": the driver fails with \"provider not set\""
}

report contains lib.with_guess(lib.finding(message, class.providerAt), sprintf("write %q", [class.providerNearest]), [set_provider(class)]) if {
	class := input.resources.secretProviderClass
	class.providerState == "absent"
	class.providerNearest != ""
	message := sprintf("provider is missing, expected %q, whose parameters these are: the driver fails with \"provider not set\"", [class.providerNearest])
}

report contains lib.with_text(lib.finding(message, class.providerAt), class.providerAt, class.providerNearest) if {
	class := input.resources.secretProviderClass
	class.providerState == "near"
	message := sprintf("provider %q is not known, expected %q: the driver looks for a socket of exactly that name and fails with \"provider not found\"", [class.provider, class.providerNearest])
}

report contains lib.lowered(message, class.providerAt, "info") if {
	class := input.resources.secretProviderClass
	class.providerState == "other"
	is_name(class.provider)
	message := sprintf("provider %q is not checked by mxlint, which knows vault, aws and azure", [class.provider])
}

report contains lib.finding(message, class.providerAt) if {
	class := input.resources.secretProviderClass
	class.providerState == "other"
	not is_name(class.provider)
	message := sprintf("provider %q is not a name that the driver accepts, which has at most 30 letters, digits, hyphens and underscores: the driver fails with \"invalid provider\"", [class.provider])
}

is_name(provider) if regex.match(`^[A-Za-z0-9_-]{1,30}$`, provider)

# set_provider writes the provider in place of an empty one, or else below `spec`.
set_provider(class) := lib.set_text(class.providerAt, class.providerNearest) if class.providerAt.part == "value"

set_provider(class) := lib.insert(lib.as_value(class.providerAt), [["provider", class.providerNearest]]) if class.providerAt.part == "key"
