# METADATA
# title: fixes for missing keys
# description: entries for missing keys, in the style of those that are there
package mxlint.lib

# missing_finding stands at `objects`, since what is missing has no place.
missing_finding(entry) := with_subject(with_missing_fix(lowered(entry.message, objects_at, entry.severity), entry), entry.subject)

with_missing_fix(report, entry) := with_guess(report, sprintf("add %s", [listed(entry.keys)]), ops) if {
	count(entry.keys) > 0
	ops := [op | some key in entry.keys; op := add(key)]
	count(ops) == count(entry.keys)
}

else := report

list_at(path) := {"doc": objects_at.doc, "path": concat("", [objects_at.path, path]), "part": "value"}

# What the class does for one key tells how it would do it for another. A guess
# all the same: whether the store holds the key is not known.
add(key) := append(list_at("!"), [["objectName", key], ["secretKey", key], ["secretPath", pattern.fields.secretPath.value]]) if {
	input.provider == "vault"
	pattern := sibling(key)
	not pattern.fields.secretPath.unknown
}

add(key) := append(child(object.at, "jmesPath"), [["path", sprintf("%q", [key])], ["objectAlias", key]]) if {
	input.provider == "aws"
	object := [o | some o in input.objects; o.fields.jmesPath][0]
}

add(key) := append_text(list_at("!/array"), sprintf("objectName: %s\nobjectType: secret\nobjectAlias: %s\n", [key, key])) if {
	input.provider == "azure"
}

# sibling is the object of a key of the same group, else the first one.
sibling(key) := input.objects[files[0].object] if {
	prefix := split(key, "-")[0]
	files := [file | some file in input.mountedFiles; startswith(file.key, prefix)]
	count(files) > 0
}

else := input.objects[0]
