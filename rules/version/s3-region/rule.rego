# METADATA
# title: S3 storage needs a region, but nothing sets it
# description: "runtimes with AWS SDK version 2 need a region, which the Operator derives since 2.25"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [storage == s3, versions.operators, versions.runtime]
#   sources:
#     - https://github.com/mendix/docs/pull/10602
#     - https://github.com/mendix/docs/pull/10813
package mxlint.rules.version["s3-region"]

import data.mxlint.lib

report contains lib.with_subject(lib.finding(message, input.versions.runtime.at), operator.text) if {
	input.storage == "s3"
	input.complete # otherwise an unknown file may set the region
	some operator in input.versions.operators
	lib.below(operator.numbers, lib.numbers(first_operator))
	needs_region
	not region
	message := sprintf("mendixRuntimeVersion %q needs an S3 region, which Operator %q (from %s) does not derive, expected Operator %s or later or the key \"mx-runtime-com.mendix.storage.s3.Region\": the app cannot reach its bucket", [input.versions.runtime.text, operator.text, operator.source, first_operator])
}

# first_operator is the first Operator that finds the region by itself.
first_operator := row.least if {
	some row in data.mxlint.tables.gates
	row.rule == "s3-region"
	row.subject == "operator"
}

region if input.mounted["mx-runtime-com.mendix.storage.s3.Region"]

region if input.resources.app.region

needs_region if {
	some row in data.mxlint.tables.gates
	row.rule == "s3-region"
	row.subject == "runtime"
	input.versions.runtime.numbers >= lib.numbers(row.from)
	on_line(row)
}

on_line(row) if not row.line

on_line(row) if array.slice(input.versions.runtime.numbers, 0, 2) == array.slice(lib.numbers(row.line), 0, 2)
