# METADATA
# title: keyvaultName is no name of a Key Vault
# description: "the parameter takes the name alone: 3 to 24 letters, digits and hyphens"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   providers: [azure]
#   needs: [provider == azure]
#   sources:
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.azure["keyvault-name"]

import data.mxlint.lib

report contains lib.finding(message, parameter.at) if {
	input.provider == "azure"
	parameter := input.resources.secretProviderClass.parameters.keyvaultName
	not parameter.unknown
	name := parameter.value
	name != ""
	not valid(name)
	message := sprintf("keyvaultName %q is no name of a Key Vault, expected %s: %s", [parameter.value, expected(name), consequence(name)])
}

valid(name) if {
	regex.match(`^[A-Za-z][0-9A-Za-z-]{1,22}[0-9A-Za-z]$`, name)
	not contains(name, "--")
}

expected(name) := sprintf("the name alone, %q", [host]) if {
	contains(name, ".vault.")
	host := split(regex.replace(name, `^[A-Za-z]+://`, ""), ".")[0]
	valid(host)
}

else := "3 to 24 letters, digits and single hyphens, beginning with a letter and not ending in a hyphen"

# The provider looks at length and characters only; the rest is Azure's.
consequence(name) := "there is no vault of that name, and the provider answers no such host" if regex.match(`^[0-9A-Za-z-]{3,24}$`, name)

else := "the provider answers Invalid vault name"
