# METADATA
# title: keyvaultName is not a valid Key Vault name
# description: "the parameter takes the name alone: 3 to 24 letters, digits and hyphens"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [azure]
#   needs: [provider == azure]
#   sources:
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.azure["keyvault-name"]

import data.mxlint.lib

report contains fixed(lib.finding(message, parameter.at), parameter) if {
	input.provider == "azure"
	parameter := input.resources.secretProviderClass.parameters.keyvaultName
	not parameter.unknown
	name := parameter.value
	name != ""
	not valid(name)
	message := sprintf("keyvaultName %q is not a valid Key Vault name, expected %s: %s", [parameter.value, expected(name), consequence(name)])
}

valid(name) if {
	regex.match(`^[A-Za-z][0-9A-Za-z-]{1,22}[0-9A-Za-z]$`, name)
	not contains(name, "--")
}

expected(name) := sprintf("the name alone, %q", [host_name(name)]) if host_name(name)

else := "3 to 24 letters, digits and single hyphens, beginning with a letter and not ending in a hyphen"

# host_name is the name of the vault with the given address.
host_name(address) := name if {
	contains(address, ".vault.")
	name := split(without_scheme(address), ".")[0]
	valid(name)
}

without_scheme(address) := regex.replace(address, `^[A-Za-z]+://`, "")

# The domain depends on the cloud: an address of another cloud means that cloudName is
# wrong too, or that the vault is.
fixed(report, parameter) := lib.with_text(report, parameter.at, name) if {
	name := host_name(parameter.value)
	regex.match(`^(https://)?[^./]+\.vault\.azure\.net/?$`, lower(parameter.value))
	public_cloud
}

else := report

public_cloud if not input.resources.secretProviderClass.parameters.cloudName

public_cloud if lower(input.resources.secretProviderClass.parameters.cloudName.value) in {"", "azurepubliccloud"}

# The provider only checks length and characters; the rest is checked by Azure.
consequence(name) := "no vault can have that name, and the mount fails with \"no such host\"" if regex.match(`^[0-9A-Za-z-]{3,24}$`, name)

else := "the provider fails with \"Invalid vault name\""
