# METADATA
# title: a kv-v2 path without data/
# description: the HTTP API of a kv-v2 mount needs data/ right after the mount; only the CLI inserts it by itself
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [vault]
#   needs: [provider == vault, objects.vault.engine != data]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2
#     - https://github.com/hashicorp/vault-csi-provider/issues/35
#     - https://github.com/hashicorp/vault-csi-provider/issues/63
package mxlint.rules.vault["kv2-data-path"]

import data.mxlint.lib

report contains fixed(lib.finding(text(path), at), path, at) if {
	input.provider == "vault"
	some object in lib.odd_paths
	path := judged(object)
	path.engine in {"declared-2", "documented", "sibling"}
	at := object.fields.secretPath.at
}

report contains fixed(lib.lowered(text(path), at, "warning"), path, at) if {
	input.provider == "vault"
	some object in lib.odd_paths
	path := judged(object)
	path.engine == "conventional"
	at := object.fields.secretPath.at
}

# Nothing is known about an unknown mount; it is noted once per mount.
report contains lib.lowered(message, first.fields.secretPath.at, "info") if {
	input.provider == "vault"
	unknown := [object | some object in lib.odd_paths; judged(object).engine == "unknown"]
	some mount in {object.vault.mount | some object in unknown}
	first := [object | some object in unknown; object.vault.mount == mount][0]
	message := sprintf("secretPath %q has no \"data/\" after the mount %q: if that is a kv-v2 mount, Vault returns 403 permission denied or an empty 404; declare the mount under vault.mounts in .mxlint.yaml", [first.vault.raw, mount])
}

judged(object) := object.vault if {
	object.vault.after != "data"
	object.vault.faults == []
	not object.vault.unknown
	not object.vault.after in lib.versioned_words
	object.vault.mount != ""
}

text(path) := sprintf("secretPath %q lacks \"data/\" after the mount %q: kv-v2 answers 403 permission denied or an empty 404; expected %q", [path.raw, path.mount, corrected(path)])

# A mount alone names no secret, so there is nothing to put after data/.
corrected(path) := path.withData if path.after != ""

corrected(path) := sprintf("%s/data/NAME", [path.mount]) if path.after == ""

# Nor is it clear where data/ goes in a path with "..".
fixable(path) if {
	path.after != ""
	not contains(path.raw, "..")
}

fixed(report, path, _) := report if not fixable(path)

fixed(report, path, at) := lib.with_fix(report, title(path), ops(path, at)) if {
	fixable(path)
	not doubtful(path)
}

fixed(report, path, at) := lib.with_guess(report, title(path), ops(path, at)) if {
	fixable(path)
	doubtful(path)
}

# A name that is usual for kv-v2 may still be a kv-v1 mount.
doubtful(path) if path.engine == "conventional"

# What looks like a misspelling of data may still be a folder.
doubtful(path) if path.slip

title(path) := sprintf("write %q", [path.withData])

ops(path, at) := [lib.set_text(at, path.withData)]
