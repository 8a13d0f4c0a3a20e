package mxlint.lib_test

import data.mxlint.lib

resource(mark) := {"id": "sa.yaml#0", "mark": mark}

annotation_at := {"doc": "sa.yaml#0", "path": "/metadata/annotations/a", "part": "value"}

test_an_annotation_is_mended_where_it_stands if {
	wrong := lib.set_annotation(resource({}), {"state": "wrong", "at": annotation_at}, "a")
	wrong == [{"op": "set", "at": annotation_at, "value": "true"}]
	near := lib.set_annotation(resource({}), {"state": "near", "at": lib.as_key(annotation_at)}, "b")
	[op.op | some op in near] == ["rename", "set"]
	absent := lib.set_annotation(resource({}), {"state": "absent", "at": annotation_at}, "a")
	absent[0].at == {"doc": "sa.yaml#0", "path": "/metadata/annotations", "part": "value"}
}

test_what_is_wrong_with_an_annotation_is_named if {
	lib.unmarked({"state": "absent"}, "a") == "annotation \"a\" is missing, expected \"true\""
	lib.unmarked({"state": "wrong", "value": "yes"}, "a") == "annotation \"a\" is \"yes\", expected \"true\""
	lib.unmarked({"state": "near", "key": "b"}, "a") == "annotation \"b\" is not known, expected \"a\""
	not lib.unmarked({"state": "unreadable"}, "a")
}

test_what_is_wrong_with_an_identity_is_named if {
	lib.identity_text({"state": "absent"}, "a", "c") == "annotation \"a\" is missing on the ServiceAccount: c"
	lib.identity_text({"state": "near", "key": "b"}, "a", "c") == "annotation \"b\" is not read, expected \"a\": c"
	lib.identity_text({"state": "label", "key": "a"}, "a", "c") == "\"a\" is a label, expected an annotation \"a\": c"
}

test_an_annotation_that_is_right_is_no_finding if {
	wrong := resource({"state": "wrong", "value": "yes", "at": annotation_at})
	report := lib.annotation_finding(wrong, "a", "it is passed over")
	report.message == "annotation \"a\" is \"yes\", expected \"true\": it is passed over"
	report.at == annotation_at
	report.fix.ops == [{"op": "set", "at": annotation_at, "value": "true"}]
	not lib.annotation_finding(resource({"state": "ok", "at": annotation_at}), "a", "it is passed over")
	not lib.annotation_finding(resource({"state": "unknown", "at": annotation_at}), "a", "it is passed over")
}
