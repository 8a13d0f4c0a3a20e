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
