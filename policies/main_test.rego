package mxlint.main_test

import data.mxlint.main

at(path) := {"doc": "class.yaml#0", "path": path, "part": "value"}

reports := {
	"manifest": {"schema": {"report": {{"message": "is a list", "at": at("/spec/a")}}}},
	"vault": {"path": {"report": {{"message": "is empty", "at": at("/spec/a")}, {"message": "has a blank", "at": at("/spec/b")}}}},
}

summaries(found) := {[finding.rule, finding.message] | some finding in found}

test_a_finding_carries_the_id_of_its_rule if {
	found := main.findings with data.mxlint.rules as reports with input as {"documents": []}
	summaries(found) == {["manifest/schema", "is a list"], ["vault/path", "is empty"], ["vault/path", "has a blank"]}
}

test_only_those_are_asked_that_are_named if {
	found := main.findings_of({"manifest": ["schema"]}) with data.mxlint.rules as reports with input as {"documents": []}
	summaries(found) == {["manifest/schema", "is a list"]}
}

test_a_value_of_the_wrong_type_is_told_as_that_alone if {
	every document in [
		{"nonStrings": [], "violations": [{"keyword": "type", "at": at("/spec/a")}]},
		{"nonStrings": [{"at": at("/spec/a")}], "violations": [{"keyword": "enum", "at": at("/spec/b")}]},
	] {
		found := main.findings with data.mxlint.rules as reports with input as {"documents": [document]}
		summaries(found) == {["manifest/schema", "is a list"], ["vault/path", "has a blank"]}
	}
}
