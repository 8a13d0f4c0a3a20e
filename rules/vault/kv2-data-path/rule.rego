# METADATA
# title: a kv-v2 path without data/
# description: the HTTP API of a kv-v2 mount wants data/ right after the mount; only the CLI inserts it by itself
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [vault]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2
#     - https://github.com/hashicorp/vault-csi-provider/issues/35
#     - https://github.com/hashicorp/vault-csi-provider/issues/63
package mxlint.rules.vault["kv2-data-path"]

import data.mxlint.lib

report contains lib.with_fix(lib.finding(text(path), at), sprintf("write %q", [path.withData]), [lib.set_text(at, path.withData)]) if {
	input.provider == "vault"
	some object in input.objects
	path := judged(object)
	path.engine in {"declared-2", "documented", "sibling"}
	at := object.fields.secretPath.at
}

report contains lib.with_guess(lib.lowered(text(path), at, "warning"), sprintf("write %q", [path.withData]), [lib.set_text(at, path.withData)]) if {
	input.provider == "vault"
	some object in input.objects
	path := judged(object)
	path.engine == "conventional"
	at := object.fields.secretPath.at
}

# Of an unknown mount nothing is known; one note for each mount.
report contains lib.lowered(message, first.fields.secretPath.at, "info") if {
	input.provider == "vault"
	some mount in {judged(object).mount | some object in input.objects; judged(object).engine == "unknown"}
	first := [object | some object in input.objects; judged(object).mount == mount][0]
	message := sprintf("secretPath %q has no \"data/\" after the mount %q: if that is a kv-v2 mount, Vault answers 403 permission denied or an empty 404; declare it in the configuration as vault.mounts", [first.vault.raw, mount])
}

judged(object) := object.vault if {
	object.vault.faults == []
	not object.vault.unknown
	object.vault.after != "data"
	not object.vault.after in lib.versioned_words
	object.vault.mount != ""
}

text(path) := sprintf("secretPath %q lacks \"data/\" after the mount %q: kv-v2 answers 403 permission denied or an empty 404; expected %q", [path.raw, path.mount, path.withData])
