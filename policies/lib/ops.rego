# Fixes: operations on places, which become minimal edits of the file.
package mxlint.lib

set_text(at, text) := {"op": "set", "at": at, "value": text}

# set_plain writes a boolean or number without quotes.
set_plain(at, text) := {"op": "setplain", "at": at, "value": text}

quote(at) := {"op": "quote", "at": at}

rename(at, key) := {"op": "rename", "at": as_key(at), "value": key}

swap(at, other) := {"op": "swap", "at": at, "with": other}

# insert adds keys at the end of the mapping at a place: [key, value] pairs.
insert(at, pairs) := {"op": "insert", "at": at, "entries": [{"key": pair[0], "value": pair[1]} | some pair in pairs]}

# insert_plain adds one key whose value is a boolean or number.
insert_plain(at, key, value) := {"op": "insert", "at": at, "entries": [{"key": key, "value": value, "plain": true}]}

# append adds a mapping of [key, value] pairs to the list at a place, and the list
# itself if its mapping lacks it.
append(at, pairs) := {"op": "append", "at": at, "entries": [{"key": pair[0], "value": pair[1]} | some pair in pairs]}

append_text(at, text) := {"op": "appendtext", "at": at, "value": text}

set_whole_text(at, text) := {"op": "settext", "at": at, "value": text}

as_key(at) := object.union(at, {"part": "key"})

as_value(at) := object.union(at, {"part": "value"})

# child is the place of a field of the mapping at a place.
child(at, key) := object.union(at, {
	"path": concat("/", [at.path, replace(replace(replace(key, "~", "~0"), "/", "~1"), "!", "~3")]),
	"part": "value",
})
