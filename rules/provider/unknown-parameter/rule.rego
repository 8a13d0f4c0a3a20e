# METADATA
# title: the provider does not read a parameter
# description: names are case-sensitive, and an unknown one is silently ignored
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

report contains renamed(lib.weighed(problem, message), problem) if {
	some problem in input.problems
	problem.kind == "unknown-parameter"
	problem.fault == "instead"
	message := sprintf("parameter %q is not read by provider %q, expected %q%s", [problem.name, input.provider, problem.nearest, lib.says(problem)])
}

report contains fixed(lib.weighed(raised(problem), message), problem) if {
	some problem in input.problems
	problem.kind == "unknown-parameter"
	problem.fault != "instead"
	message := sprintf("parameter %q is not read by provider %q%s: it is silently ignored", [problem.name, input.provider, lib.nearest(problem)])
}

# A near miss is renamed if it counts as the parameter, which is absent.
fixed(report, problem) := renamed(report, problem) if counts_as(problem)

fixed(report, problem) := report if not counts_as(problem)

renamed(report, problem) := lib.with_key(report, problem.at, problem.nearest)

counts_as(problem) if input.resources.secretProviderClass.parameters[problem.nearest].key == problem.name

# raised: Pod Identity is all that a ServiceAccount without a role has, and as it counts
# as switched on, aws/role-arn does not report the role.
raised(problem) := object.union(problem, {"tolerated": false}) if only_identity(problem)

raised(problem) := problem if not only_identity(problem)

only_identity(problem) if {
	input.provider == "aws"
	problem.nearest == "usePodIdentity"
	counts_as(problem)
	lib.pod_identity
	input.resources.serviceAccount.role.state in {"absent", "near", "label"}
}
