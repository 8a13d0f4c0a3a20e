# Entries for missing keys, in the style of existing ones. They are still guesses:
# whether the store has the key is not known.
package mxlint.lib.missing

import data.mxlint.lib

# findings are those of a rule, unless aws/keys-not-extracted reports them all.
findings(rule) := {finding(entry) | not not_extracted; some entry in entries[rule]}

# finding is placed at `objects`, since what is missing has no place.
finding(entry) := lib.with_subject(with_missing_fix(lib.lowered(entry.message, lib.objects_at, entry.severity), entry), entry.subject)

# What cannot be written in full, such as when the kind of storage is not known, is not
# fixed.
with_missing_fix(report, entry) := lib.with_guess(report, sprintf("add %s", [lib.listed(keys)]), ops) if {
	keys := object.get(entry, "fix_keys", entry.keys)
	count(keys) > 0
	ops := [op | some key in keys; op := add(key)]
	count(ops) == count(keys)
}

else := report

list_at(path) := {"doc": lib.objects_at.doc, "path": concat("", [lib.objects_at.path, path]), "part": "value"}

add(key) := lib.append(list_at("!"), [["objectName", key], ["secretKey", secret_key(key)], ["secretPath", like(path.value, file.key, key)]]) if {
	input.provider == "vault"
	file := sibling(key)
	object := input.objects[file.object]
	path := object.fields.secretPath
	path.value != ""
	not path.unknown
	not object.vault.faults[0]
}

add(key) := lib.append(lib.child(object.at, "jmesPath"), [["path", jmes_path(file, key)], ["objectAlias", key]]) if {
	input.provider == "aws"
	file := sibling(key)
	object := input.objects[file.object]
	file.jmes
}

# Each key is a secret of its own, named after it.
add(key) := lib.append(list_at("!"), array.concat(array.concat(named_after, typed), aliased)) if {
	input.provider == "aws"
	file := sibling(key)
	not file.jmes
	fields := input.objects[file.object].fields
	mentions(fields.objectName.value, file.key)
	named_after := [["objectName", like(fields.objectName.value, file.key, key)]]
	typed := [["objectType", fields.objectType.value] | fields.objectType]
	aliased := [["objectAlias", key] | fields.objectAlias]
}

add(key) := lib.append_text(list_at("!/array"), concat("", array.concat(fields_text, aliased))) if {
	input.provider == "azure"
	file := sibling(key)
	fields := input.objects[file.object].fields
	name := like_or(fields.objectName.value, file.key, key)
	fields_text := [sprintf("objectName: %s\nobjectType: secret\n", [name])]
	aliased := [sprintf("objectAlias: %s\n", [key]) | needs_alias(fields, name, key)]
}

needs_alias(fields, _, _) if fields.objectAlias

needs_alias(_, name, key) if name != key

# sibling is the file of a key of the same group, or else of any key, or else the first
# file.
sibling(key) := [file |
	some group in [split(key, "-")[0], "database", "storage", "mx", ""]
	some file in input.mountedFiles
	not file.parent
	startswith(file.key, group)
][0]

# secret_key is the name of a key in the store: derived as for the siblings, or the same
# for each if every key has a path of its own.
secret_key(key) := like_or(field.value, file.key, key) if {
	[file, field] := named_sibling(key)
	not own_path(file, field)
}

secret_key(key) := field.value if {
	[file, field] := named_sibling(key)
	own_path(file, field)
}

secret_key(key) := key if not named_sibling(key)

named_sibling(key) := [pair |
	some group in [split(key, "-")[0], ""]
	some pair in named
	startswith(pair[0].key, group)
][0]

# named are the files of keys with their name in the store.
named := [[file, field] |
	some file in input.mountedFiles
	file.key != ""
	field := input.objects[file.object].fields.secretKey
	field.value != ""
	not field.unknown
]

own_path(file, field) if {
	mentions(input.objects[file.object].fields.secretPath.value, file.key)
	not mentions(field.value, file.key)
}

jmes_path(file, key) := underscored(key) if {
	file.jmes.path == underscored(file.key)
	contains(file.key, "-")
}

else := sprintf("%q", [key])

underscored(key) := replace(key, "-", "_")

mentions(text, key) if {
	key != ""
	contains(text, key)
}

mentions(text, key) if {
	key != ""
	contains(text, underscored(key))
}

# like replaces the key that a text names with another one.
like(text, key, other) := replace(text, key, other) if {
	key != ""
	contains(text, key)
}

else := replace(text, underscored(key), underscored(other)) if {
	key != ""
	contains(text, underscored(key))
}

else := text

# like_or is the other key itself if the text names none.
like_or(text, key, other) := like(text, key, other) if mentions(text, key)

else := other
