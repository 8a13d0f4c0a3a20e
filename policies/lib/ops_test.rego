package mxlint.lib_test

import data.mxlint.lib

test_child_escapes if {
	lib.child(at, "a/b~c!d").path == "/metadata/name/a~1b~0c~3d"
	lib.child(lib.as_key(at), "x").part == "value"
}

test_rename_works_on_the_key if lib.rename(at, "k") == {"op": "rename", "at": object.union(at, {"part": "key"}), "value": "k"}

test_as_value_undoes_as_key if lib.as_value(lib.as_key(at)) == at

test_insert_keeps_the_order if {
	lib.insert(at, [["b", "1"], ["a", "2"]]).entries == [{"key": "b", "value": "1"}, {"key": "a", "value": "2"}]
}

test_what_is_plain_has_no_quotes if {
	lib.set_plain(at, "true") == {"op": "setplain", "at": at, "value": "true"}
	lib.insert_plain(at, "a", "true").entries == [{"key": "a", "value": "true", "plain": true}]
	lib.quote(at) == {"op": "quote", "at": at}
}

test_texts_are_put_in_whole if {
	lib.append_text(at, "a: b\n") == {"op": "appendtext", "at": at, "value": "a: b\n"}
	lib.set_whole_text(at, "- a\n") == {"op": "settext", "at": at, "value": "- a\n"}
}

test_swap_names_both_places if {
	other := lib.child(at, "x")
	lib.swap(at, other) == {"op": "swap", "at": at, "with": other}
}
