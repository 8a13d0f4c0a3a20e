# Words.
# How lists and versions are written in messages.
package mxlint.lib

quoted(word) := sprintf("%q", [word])

# enumerated writes words one after the other: "a", "b", "c".
enumerated(words) := concat(", ", [quoted(word) | some word in words])

# listed writes words as a list: "a", "b" and "c".
listed(words) := quoted(words[0]) if count(words) == 1

listed(words) := sprintf("%s and %s", [
	concat(", ", [quoted(word) | some i, word in words; i < count(words) - 1]),
	quoted(words[count(words) - 1]),
]) if {
	count(words) > 1
}

# either writes words as a choice: "a" or "b".
either(words) := quoted(words[0]) if count(words) == 1

either(words) := sprintf("%s or %s", [
	concat(", ", [quoted(word) | some i, word in words; i < count(words) - 1]),
	quoted(words[count(words) - 1]),
]) if {
	count(words) > 1
}
