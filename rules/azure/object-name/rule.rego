# METADATA
# title: an objectName that Key Vault refuses
# description: "the names of Key Vault take letters, digits and hyphens only; a dotted file name goes into objectAlias"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [azure]
#   sources:
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/24
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/110
#     - https://learn.microsoft.com/en-us/azure/key-vault/general/about-keys-secrets-certificates
package mxlint.rules.azure["object-name"]

import data.mxlint.lib

report contains mended(lib.finding(message, field.at), object) if {
	input.provider == "azure"
	some object in input.objects
	field := object.fields.objectName
	not field.unknown
	field.value != ""
	not regex.match(`^[0-9A-Za-z-]{1,127}$`, field.value)
	message := sprintf("objectName %q is refused by Key Vault, which takes letters, digits and hyphens only%s: the request URI contains an invalid name", [field.value, advice(object)])
}

advice(object) := sprintf("; expected objectName %q with objectAlias %q", [hyphens(object), object.fields.objectName.value]) if regex.match(`^[0-9A-Za-z._-]{1,127}$`, object.fields.objectName.value)

advice(object) := "" if not regex.match(`^[0-9A-Za-z._-]{1,127}$`, object.fields.objectName.value)

hyphens(object) := replace(replace(object.fields.objectName.value, ".", "-"), "_", "-")

# The alias keeps the name under which the file is mounted today.
mended(report, object) := lib.with_guess(report, sprintf("name the secret %q", [hyphens(object)]), ops(object)) if regex.match(`^[0-9A-Za-z._-]{1,127}$`, object.fields.objectName.value)

mended(report, object) := report if not regex.match(`^[0-9A-Za-z._-]{1,127}$`, object.fields.objectName.value)

ops(object) := [lib.set_text(object.fields.objectName.at, hyphens(object))] if object.fields.objectAlias

ops(object) := [
	lib.set_text(object.fields.objectName.at, hyphens(object)),
	lib.insert(object.at, [["objectAlias", alias(object)]]),
] if {
	not object.fields.objectAlias
}

# A name that is near to a Mendix key was meant for that key.
alias(object) := file.key if {
	some file in input.mountedFiles
	file.at == object.fields.objectName.at
	file.key != ""
}

else := object.fields.objectName.value
