package mxlint.lib_test

import data.mxlint.lib

test_numbers_are_four if {
	lib.numbers("2.17") == [2, 17, 0, 0]
	lib.numbers("10.12.3.4567") == [10, 12, 3, 4567]
}

test_runtime_below if {
	lib.runtime_below([10, 0, 0, 0]) with input as runtime([9, 24, 0, 0])
	not lib.runtime_below([10, 0, 0, 0]) with input as runtime([10, 0, 0, 0])
}

test_an_unknown_runtime_is_not_below if not lib.runtime_below([10, 0, 0, 0]) with input as runtime([])

runtime(numbers) := {"versions": {"runtime": {"numbers": numbers}}}

gate(rule, subject, numbers) := {"rule": rule, "subject": subject, "least": "2.10.0", "numbers": numbers, "because": "constants", "at": {"doc": "c", "path": "/a", "part": "value"}}

operators(list) := {
	"gates": [gate("constants", "operator", [2, 10, 0, 0]), gate("other", "operator", [9, 0, 0, 0])],
	"versions": {"operators": [{"text": text, "source": "flag", "numbers": lib.numbers(text)} | some text in list]},
}

test_each_operator_below_a_gate_is_a_finding if {
	found := lib.operator_findings("constants", "it ignores them") with input as operators(["2.9.0", "2.10.0", "2.11.0"])
	{finding.subject | some finding in found} == {"2.9.0"}
	none := lib.operator_findings("constants", "it ignores them") with input as operators([])
	none == set()
}

test_a_version_without_numbers_is_below_none if {
	not lib.below([], [2, 9, 0, 0])
	lib.below([2, 8, 0, 0], [2, 9, 0, 0])
}

test_a_runtime_below_a_gate_is_a_finding if {
	subject := {
		"gates": [gate("s3-irsa", "runtime", [9, 20, 0, 0]), gate("s3-irsa", "runtime", [9, 4, 0, 0]), gate("other", "runtime", [11, 0, 0, 0])],
		"versions": {"runtime": {"text": "9.18.4", "numbers": [9, 18, 4, 0], "at": at}},
	}
	found := lib.runtime_findings("s3-irsa", "the app cannot reach its bucket") with input as subject
	count(found) == 1
	some finding in found
	finding.at == at
	startswith(finding.message, "mendixRuntimeVersion \"9.18.4\" is too old for constants, expected Mendix 2.10.0 or later: the app cannot reach its bucket; ")
}
