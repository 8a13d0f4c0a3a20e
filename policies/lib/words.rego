# How lists and names are written in messages and fixes.
package mxlint.lib

# hyphens is a name in the form that Key Vault allows: letters, digits and hyphens.
hyphens(name) := regex.replace(name, `[^0-9A-Za-z-]`, "-")

quoted(word) := sprintf("%q", [word])

# enumerated writes words one after the other: "a", "b", "c".
enumerated(words) := concat(", ", [quoted(word) | some word in words])

# listed writes words as a list: "a", "b" and "c".
listed(words) := joined(words, "and")

# either writes words as a choice: "a" or "b".
either(words) := joined(words, "or")

joined(words, _) := quoted(words[0]) if count(words) == 1

joined(words, conjunction) := sprintf("%s %s %s", [
	concat(", ", [quoted(word) | some i, word in words; i < count(words) - 1]),
	conjunction,
	quoted(words[count(words) - 1]),
]) if {
	count(words) > 1
}
