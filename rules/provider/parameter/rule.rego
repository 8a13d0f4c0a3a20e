# METADATA
# title: a parameter is missing or invalid
# description: "the provider refuses the mount without it, or with such a value"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [problems.kind == parameter]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws#usage
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.provider.parameter

import data.mxlint.lib

report contains lib.weighed(problem, text(problem)) if {
	some problem in input.problems
	problem.kind == "parameter"
}

text(problem) := sprintf("the class has no parameters%s%s", [lib.expected(problem), lib.says(problem)]) if problem.fault == "none"

text(problem) := sprintf("parameter %q is missing%s", [problem.name, lib.says(problem)]) if problem.fault == "missing"

text(problem) := sprintf("parameter %q is empty%s", [problem.name, lib.says(problem)]) if problem.fault == "empty"

text(problem) := sprintf("parameter %q is %q%s%s", [problem.name, problem.text, lib.expected(problem), lib.says(problem)]) if {
	not problem.fault in {"missing", "empty", "none"}
}
