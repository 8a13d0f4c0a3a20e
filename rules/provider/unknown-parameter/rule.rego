# METADATA
# title: a parameter that the provider does not read
# description: names are case-sensitive and an unknown one is silently ignored
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [problems.kind == unknown-parameter]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws#usage
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.provider["unknown-parameter"]

import data.mxlint.lib

report contains lib.with_fix(lib.weighed(problem, message), sprintf("rename it to %q", [problem.nearest]), [lib.rename(problem.at, problem.nearest)]) if {
	some problem in input.problems
	problem.kind == "unknown-parameter"
	problem.fault == "instead"
	message := sprintf("parameter %q is not read by provider %q, expected %q%s", [problem.name, input.provider, problem.nearest, lib.says(problem)])
}

report contains lib.weighed(problem, message) if {
	some problem in input.problems
	problem.kind == "unknown-parameter"
	problem.fault != "instead"
	message := sprintf("parameter %q is not read by provider %q%s: it is silently ignored", [problem.name, input.provider, lib.nearest(problem)])
}
