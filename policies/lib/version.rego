# METADATA
# title: versions
# description: version gates as findings
package mxlint.lib

operator_finding(gate, operator) := with_subject(finding(message, gate.at), operator.text) if {
	message := sprintf("Operator %s (from %s) is too old: this environment needs %s or later, because of %s", [operator.text, operator.source, gate.least, gate.because])
}

# The field may be older than what runs: from 2.15 on the Operator reads the
# version from the app itself.
runtime_finding(gate) := with_subject(finding(message, input.versions.runtime.at), gate.least) if {
	message := sprintf("mendixRuntimeVersion %q is too old: this environment needs Mendix %s or later, because of %s; Operators from 2.15 on read the version from the app itself, so a stale field may be removed", [input.versions.runtime.text, gate.least, gate.because])
}

runtime_below(least) if {
	count(input.versions.runtime.numbers) > 0
	input.versions.runtime.numbers < least
}

# numbers are the parts of a version, filled up to four to be comparable.
numbers(text) := array.slice(array.concat([to_number(part) | some part in split(text, ".")], [0, 0, 0, 0]), 0, 4)
