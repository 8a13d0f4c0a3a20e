# METADATA
# title: an objectName that Key Vault refuses
# description: "Key Vault names may contain letters, digits and hyphens only; a dotted file name goes into objectAlias"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   providers: [azure]
#   needs: [provider == azure, objects.refused]
#   sources:
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/24
#     - https://github.com/Azure/secrets-store-csi-driver-provider-azure/issues/110
#     - https://learn.microsoft.com/en-us/azure/key-vault/general/about-keys-secrets-certificates
package mxlint.rules.azure["object-name"]

import data.mxlint.lib

report contains fixed(lib.finding(message, field.at), object) if {
	input.provider == "azure"
	some object in input.objects
	object.refused
	field := object.fields.objectName
	message := sprintf("objectName %q is refused by Key Vault, which takes 1 to 127 letters, digits and hyphens%s: Azure returns BadParameter, \"The request URI contains an invalid name\"", [field.value, advice(object)])
}

# Mendix keys and file names have dots and underscores, which Key Vault does not allow.
fixable(object) if regex.match(`^[0-9A-Za-z._-]{1,127}$`, object.fields.objectName.value)

hyphens(object) := lib.hyphens(object.fields.objectName.value)

advice(object) := sprintf(", expected %q with objectAlias %q", [hyphens(object), alias(object)]) if {
	fixable(object)
	aliased(object)
}

advice(object) := sprintf(", expected %q", [hyphens(object)]) if {
	fixable(object)
	not aliased(object)
}

advice(object) := "" if not fixable(object)

# The alias keeps the name under which the file is mounted now, or was meant to be.
aliased(object) if {
	not object.fields.objectAlias
	alias(object) != hyphens(object)
}

alias(object) := file.key if {
	some file in input.mountedFiles
	file.at == object.fields.objectName.at
	file.key != ""
}

else := object.fields.objectName.value

fixed(report, object) := lib.with_guess(report, sprintf("name the secret %q", [hyphens(object)]), ops(object)) if fixable(object)

fixed(report, object) := report if not fixable(object)

ops(object) := [
	lib.set_text(object.fields.objectName.at, hyphens(object)),
	lib.insert(object.at, [["objectAlias", alias(object)]]),
] if {
	aliased(object)
}

ops(object) := [lib.set_text(object.fields.objectName.at, hyphens(object))] if not aliased(object)
