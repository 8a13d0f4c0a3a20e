# METADATA
# title: a Mendix key is not read from a Key Vault secret
# description: "objectType key and cert mount a public part, and a version history turns the file into a folder"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [azure]
#   needs: [provider == azure]
#   sources:
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.azure["object-type"]

import data.mxlint.lib

report contains lib.with_text(lib.finding(message, field.at), field.at, "secret") if {
	input.provider == "azure"
	some file in input.mountedFiles
	file.key != ""
	field := input.objects[file.object].fields.objectType
	field.value in {"key", "cert"}
	message := sprintf("objectType %q of %q mounts %s, expected \"secret\": the file holds no value that Mendix can use", [field.value, file.name, content[field.value]])
}

report contains lib.finding(message, field.at) if {
	input.provider == "azure"
	some file in input.mountedFiles
	file.versioned
	file.key != ""
	field := input.objects[file.object].fields.objectVersionHistory
	message := sprintf("objectVersionHistory %q of %q turns it into a folder, expected 1 or none: Mendix finds no file of that name, but %s/0", [field.value, file.name, file.name])
}

content := {"key": "a public key", "cert": "a certificate"}
