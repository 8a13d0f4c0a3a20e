# METADATA
# title: the ServiceAccount names no IAM role
# description: "without eks.amazonaws.com/role-arn the provider cannot log in to AWS, unless Pod Identity is used"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [aws]
#   needs: [provider == aws]
#   sources:
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/issues/276
#     - https://github.com/external-secrets/external-secrets/issues/816
package mxlint.rules.aws["role-arn"]

import data.mxlint.lib

report contains fixed(lib.finding(lib.identity_text(role, key, consequence), role.at), role) if {
	input.provider == "aws"
	role := input.resources.serviceAccount.role
	role.state in {"absent", "near", "label"}
	not lib.pod_identity
}

report contains lib.finding(message, role.at) if {
	input.provider == "aws"
	role := input.resources.serviceAccount.role
	role.state in {"ok", "wrong"}
	not regex.match(`^arn:(aws|aws-cn|aws-us-gov|aws-iso|aws-iso-[bef]|aws-eusc):iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]*[A-Za-z0-9+=,.@_-]$`, role.value)
	message := sprintf("annotation %q is %q, expected an IAM role such as \"arn:aws:iam::123456789012:role/orders\": STS refuses AssumeRoleWithWebIdentity", [key, role.value])
}

key := "eks.amazonaws.com/role-arn"

consequence := sprintf("the provider fails with \"An IAM role must be associated with service account %s\"", [input.name])

fixed(report, role) := lib.with_key(report, role.at, key) if role.state == "near"

fixed(report, role) := report if role.state != "near"
