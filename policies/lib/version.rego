# Version gates as findings.
package mxlint.lib

# operator_findings are the Operators that are too old for the gate of a rule, and the
# consequence for the environment.
operator_findings(rule, consequence) := {with_subject(finding(message, gate.at), operator.text) |
	some gate in input.gates
	gate.rule == rule
	some operator in input.versions.operators
	below(operator.numbers, gate.numbers)
	message := sprintf("Operator %q (from %s) is too old for %s, expected %s or later: %s", [operator.text, operator.source, gate.because, gate.least, consequence])
}

runtime_findings(rule, consequence) := {runtime_finding(gate, consequence) |
	some gate in input.gates
	gate.rule == rule
	runtime_below(gate.numbers)
}

# The field may be older than what runs: from 2.15 on the Operator reads the version
# from the app itself, and from 2.16 on it does without the field.
runtime_finding(gate, consequence) := with_subject(finding(message, input.versions.runtime.at), gate.least) if {
	message := sprintf("mendixRuntimeVersion %q is too old for %s, expected Mendix %s or later: %s; Operators from 2.15 on read the version from the app itself, and from 2.16 on a stale field may be removed", [input.versions.runtime.text, gate.because, gate.least, consequence])
}

runtime_below(least) if below(input.versions.runtime.numbers, least)

# below compares versions; one without numbers is below none.
below(version, least) if {
	count(version) > 0
	version < least
}

# numbers are the parts of a version, padded to four to be comparable.
numbers(text) := array.slice(array.concat([to_number(part) | some part in split(text, ".")], [0, 0, 0, 0]), 0, 4)
