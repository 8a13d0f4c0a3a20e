# METADATA
# title: an IAM policy for the secret does not let it be read
# description: a policy beside the manifests is about a secret that a class reads, and lacks an action or names another ARN
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   providers: [aws]
#   needs: [access.rule == access/iam-policy]
#   sources:
#     - https://docs.aws.amazon.com/secretsmanager/latest/userguide/integrating_ascp_irsa.html
#     - https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/pull/394
package mxlint.rules.access["iam-policy"]

import data.mxlint.lib

report contains lib.with_subject(lib.with_related(finding, related), subject) if {
	some fault in input.access
	fault.rule == "access/iam-policy"
	finding := lib.finding(fault.message, fault.at)
	related := [lib.related("the class reads this secret", place) | some place in fault.related]

	# A statement can fall short in several ways, of one secret in each.
	subject := concat(" ", array.concat([fault.reason], fault.expected))
}
