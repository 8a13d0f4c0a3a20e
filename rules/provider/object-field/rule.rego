# METADATA
# title: a field of an object is missing or has a wrong form
# description: the provider refuses the mount because of one field of one entry
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [problems.kind == object-field]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws#usage
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.provider["object-field"]

import data.mxlint.lib

report contains lib.weighed(problem, text(problem)) if {
	some problem in input.problems
	problem.kind == "object-field"
}

text(problem) := sprintf("field %q is missing%s%s", [problem.name, lib.expected(problem), lib.says(problem)]) if {
	problem.fault == "missing"
	count(problem.with) == 0
}

text(problem) := sprintf("fields %s are missing%s", [lib.listed(array.concat([problem.name], problem.with)), lib.says(problem)]) if {
	problem.fault == "missing"
	count(problem.with) > 0
}

text(problem) := sprintf("field %q is empty%s%s", [problem.name, lib.expected(problem), lib.says(problem)]) if problem.fault == "empty"

text(problem) := sprintf("field %q is %s%s%s", [problem.name, written(problem), lib.expected(problem), lib.says(problem)]) if {
	not problem.fault in {"missing", "empty"}
}

written(problem) := sprintf("%q", [problem.text]) if problem.text != ""

written(problem) := "not of the kind that the provider decodes" if problem.text == ""
