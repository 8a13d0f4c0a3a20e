# METADATA
# title: tenantID is no tenant
# description: the tenant is a GUID; other characters are refused by the provider
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   providers: [azure]
#   sources:
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/857
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.azure["tenant-id"]

import data.mxlint.lib

report contains lib.finding(message, tenant.at) if {
	input.provider == "azure"
	tenant := given
	not regex.match(`^[0-9A-Za-z.-]+$`, trim_space(tenant.value))
	message := sprintf("tenantID %q holds a character that no tenant has, expected a GUID: the provider answers invalid tenantID", [tenant.value])
}

report contains lib.lowered(message, tenant.at, "warning") if {
	input.provider == "azure"
	tenant := given
	value := trim_space(tenant.value)
	regex.match(`^[0-9A-Za-z.-]+$`, value)
	not lib.guid(value)
	not stack(value)
	message := sprintf("tenantID %q is no GUID, expected the directory (tenant) id: Microsoft Entra answers AADSTS90002", [tenant.value])
}

report contains lib.lowered(message, tenant.keyAt, "info") if {
	input.provider == "azure"
	tenant := given
	tenant.old
	message := "tenantId is the deprecated spelling, expected tenantID: it is still read"
}

given := tenant if {
	some tenant in lib.tenants
	not tenant.unknown
	trim_space(tenant.value) != ""
}

stack(value) if {
	lower(value) == "adfs"
	lower(input.resources.secretProviderClass.parameters.cloudName.value) == "azurestackcloud"
}
