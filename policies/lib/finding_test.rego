package mxlint.lib_test

import data.mxlint.lib

at := {"doc": "class.yaml#0", "path": "/metadata/name", "part": "value"}

test_finding if lib.finding("m", at) == {"message": "m", "at": at}

test_lowered if lib.lowered("m", at, "info").severity == "info"

test_parts_are_added if {
	report := lib.with_related(lib.with_subject(lib.finding("m", at), "s"), [lib.related("r", at)])
	report.subject == "s"
	report.related == [{"message": "r", "at": at}]
	report.message == "m"
}

test_a_fix_is_safe_and_a_guess_is_not if {
	lib.with_fix(lib.finding("m", at), "t", []).fix.unsafe == false
	lib.with_guess(lib.finding("m", at), "t", []).fix.unsafe == true
}

test_a_slip_is_mended_where_it_stands if {
	lib.with_key(lib.finding("m", at), at, "b").fix == {"title": "rename it to \"b\"", "unsafe": false, "ops": [lib.rename(at, "b")]}
	lib.with_text(lib.finding("m", at), at, "b").fix == {"title": "write \"b\"", "unsafe": false, "ops": [lib.set_text(at, "b")]}
}
