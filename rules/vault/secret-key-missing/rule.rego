# METADATA
# title: an object for a Mendix key names no secretKey
# description: without secretKey the file receives the whole response of Vault as JSON
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   providers: [vault]
#   needs: [provider == vault, objects.keyless]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
package mxlint.rules.vault["secret-key-missing"]

import data.mxlint.lib
import data.mxlint.lib.missing

report contains lib.with_guess(lib.finding(message, file.entry), sprintf("read the key %q", [missing.secret_key(file.key)]), ops(object, file)) if {
	input.provider == "vault"
	some file in input.mountedFiles
	file.key != ""
	object := input.objects[file.object]
	object.keyless
	message := sprintf("the object for %q has no secretKey, expected the name of the key in the secret: the file receives the whole response of Vault as JSON", [file.name])
}

# The documented secret names its keys as Mendix does.
ops(object, file) := [lib.set_text(object.fields.secretKey.at, missing.secret_key(file.key))] if object.fields.secretKey

ops(object, file) := [lib.insert(file.entry, [["secretKey", missing.secret_key(file.key)]])] if not object.fields.secretKey
