# METADATA
# title: an IAM policy does not grant access to the secret it is for
# description: a policy beside the manifests is meant for a secret that a class reads, but lacks an action or names another ARN
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
	finding := lib.finding(sprintf("%s: the mount fails with AccessDeniedException", [text(fault)]), fault.at)
	related := [lib.related("the class reads this secret", place) | some place in fault.related]

	# A statement can be wrong in several ways, each for one secret.
	subject := concat(" ", array.concat([fault.reason], fault.expected))
}

text(fault) := sprintf("the policy for the secret %s is malformed (%s), and IAM rejects it with MalformedPolicyDocument", [secrets(fault), fault.says]) if fault.reason == "unreadable"

text(fault) := sprintf("resource %q of %s is not the ARN of the secret %s, expected %q: %s not allowed", [fault.says, statement(fault), secrets(fault), differing_part(fault), actions(fault)]) if fault.reason == "other-arn"

text(fault) := sprintf("%s names no resource, and IAM rejects it with MalformedPolicyDocument, expected the secret %s: %s not allowed", [statement(fault), secrets(fault), actions(fault)]) if fault.reason == "no-resource"

text(fault) := sprintf("neither %s nor the rest of its policy covers the secret %s: %s not allowed", [statement(fault), secrets(fault), actions(fault)]) if fault.reason == "not-named"

text(fault) := sprintf("the policy of %s lacks %s for the secret %s", [statement(fault), actions(fault), secrets(fault)]) if fault.reason == "lacks-actions"

statement(fault) := "this statement" if fault.name == ""

statement(fault) := sprintf("statement %q", [fault.name]) if fault.name != ""

secrets(fault) := lib.enumerated(fault.expected)

actions(fault) := lib.enumerated(fault.missing)

# differing_part is the part of the ARN that shows the difference.
differing_part(fault) := fault.arn if endswith(fault.says, secret_name(fault.arn))

differing_part(fault) := sprintf("...:secret:%s", [secret_name(fault.arn)]) if not endswith(fault.says, secret_name(fault.arn))

# secret_name is the name of a secret after the six fields of its ARN.
secret_name(arn) := concat(":", array.slice(fields, 6, count(fields))) if fields := split(arn, ":")
