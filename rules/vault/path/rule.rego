# METADATA
# title: a secretPath that cannot read a value
# description: the provider asks the HTTP API for exactly this path
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   providers: [vault]
#   needs: [provider == vault]
#   sources:
#     - https://developer.hashicorp.com/vault/api-docs
#     - https://github.com/hashicorp/vault-csi-provider/issues/110
package mxlint.rules.vault.path

import data.mxlint.lib

report contains lib.finding(sprintf("secretPath %q %s", [object.vault.raw, reason[fault]]), object.fields.secretPath.at) if {
	input.provider == "vault"
	some object in input.objects
	fault := object.vault.faults[0]
	not object.vault.unknown
}

report contains lib.lowered(message, object.fields.secretPath.at, "warning") if {
	input.provider == "vault"
	some object in lib.odd_paths
	object.vault.after in lib.versioned_words
	object.vault.engine in {"documented", "declared-2", "sibling", "conventional", "unknown"}
	object.vault.faults == []
	not object.vault.unknown
	word := object.vault.after
	message := sprintf("secretPath %q asks for \"%s/\", which does not hold the secret's value, expected \"%s/data/...\": %s", [object.vault.raw, word, object.vault.mount, answer(word)])
}

report contains lib.lowered(message, object.fields.secretPath.at, "warning") if {
	input.provider == "vault"
	some object in lib.odd_paths
	object.vault.engine == "declared-1"
	object.vault.faults == []
	not object.vault.unknown
	object.vault.after == "data"
	message := sprintf("secretPath %q has \"data/\" although the mount %q is declared as kv-v1: there it is part of the secret's name, and Vault returns an empty 404", [object.vault.raw, object.vault.mount])
}

answer(word) := "the provider fails with \"does not exist at the secret path\"" if word in {"metadata", "subkeys"}

answer(word) := "Vault has nothing to read there" if word in {"delete", "undelete", "destroy"}

reason := {
	"url": "is an address, expected the path alone, such as \"secret/data/orders\": it becomes /v1/https:/..., and Vault returns 404",
	"blank": "contains a space, which stays in the request: Vault returns 404 or 403 permission denied",
	"hash": "contains a \"#\", which stays in the path: Vault returns 404 or 403 permission denied",
	"upper-v1": "begins with \"V1/\", expected \"v1/\" or no prefix: in upper case it is taken for a mount",
	"empty-data": "ends with \"data\", expected the secret's name after it: Vault returns an empty 404",
	"empty": "names nothing, expected a path such as \"secret/data/orders\"",
	"outside": "leads out of the API with \"..\": Vault returns 404",
}
