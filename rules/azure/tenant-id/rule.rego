# METADATA
# title: tenantID is not a tenant ID
# description: the tenant is a GUID; other characters are refused by the provider
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [azure]
#   needs: [provider == azure]
#   sources:
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/857
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.azure["tenant-id"]

import data.mxlint.lib

report contains lib.finding(message, tenant.at) if {
	input.provider == "azure"
	tenant := given
	has_invalid_character(tenant)
	not unchecked
	message := sprintf("%s %q contains a character that is not allowed, expected a GUID: the provider fails with \"invalid tenantID\"", [tenant.key, tenant.value])
}

report contains lib.lowered(message, tenant.at, "warning") if {
	input.provider == "azure"
	tenant := given
	not lib.guid(tenant.value)
	not refused(tenant)
	not is_stack_tenant(tenant.value)
	message := sprintf("%s %q is not a GUID, expected the directory (tenant) id: Microsoft Entra returns AADSTS90002 if no tenant has that name", [tenant.key, tenant.value])
}

report contains lib.with_key(lib.lowered(message, tenant.keyAt, "info"), tenant.keyAt, "tenantID") if {
	input.provider == "azure"
	tenant := input.resources.secretProviderClass.parameters.tenantID
	tenant.key == "tenantId"
	tenant.value != ""
	message := "\"tenantId\" is the deprecated spelling, expected \"tenantID\": it is still read"
}

report contains lib.lowered(message, tenant.passedAt, "info") if {
	input.provider == "azure"
	tenant := input.resources.secretProviderClass.parameters.tenantID
	message := "\"tenantId\" is the deprecated spelling, and \"tenantID\" is set as well: it is not read"
}

given := tenant if {
	tenant := input.resources.secretProviderClass.parameters.tenantID
	not tenant.unknown
	tenant.value != ""
}

has_invalid_character(tenant) if not regex.match(`^[0-9A-Za-z.-]+$`, tenant.value)

refused(tenant) if {
	has_invalid_character(tenant)
	not unchecked
}

# With the identity of the node the provider never checks the tenant.
unchecked if "useVMManagedIdentity" in lib.identity_modes

unchecked if lib.undetermined("useVMManagedIdentity")

is_stack_tenant(value) if {
	lower(value) == "adfs"
	stack_cloud
}

stack_cloud if lower(input.resources.secretProviderClass.parameters.cloudName.value) == "azurestackcloud"

stack_cloud if input.resources.secretProviderClass.parameters.cloudName.unknown
