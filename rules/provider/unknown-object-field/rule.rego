# METADATA
# title: the provider does not read a field of an object
# description: "an unknown field is silently ignored, and its value is lost"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [problems.kind == unknown-object-field]
#   sources:
#     - https://developer.hashicorp.com/vault/docs/platform/k8s/csi/configurations
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws#usage
#     - https://azure.github.io/secrets-store-csi-driver-provider-azure/docs/getting-started/usage/
package mxlint.rules.provider["unknown-object-field"]

import data.mxlint.lib

report contains fixed(lib.weighed(problem, message), problem) if {
	some problem in input.problems
	problem.kind == "unknown-object-field"
	problem.fault in lost
	message := sprintf("field %q is not read by provider %q, expected %q%s", [problem.name, input.provider, problem.nearest, lib.says(problem)])
}

report contains lib.weighed(problem, message) if {
	some problem in input.problems
	problem.kind == "unknown-object-field"
	not problem.fault in lost
	message := sprintf("field %q is not read by provider %q%s: it is silently ignored", [problem.name, input.provider, lib.nearest(problem)])
}

# lost: because of this field, the text of another one is missing.
lost := {"instead", "stray"}

fixed(report, problem) := lib.with_key(report, problem.at, problem.nearest) if {
	problem.fault == "instead"
}

fixed(report, problem) := report if problem.fault == "stray"
