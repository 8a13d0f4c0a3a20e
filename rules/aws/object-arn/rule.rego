# METADATA
# title: the ARN of an object is wrong
# description: "an ARN must be well formed, and match the type of the object and the region"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   providers: [aws]
#   needs: [provider == aws, objects.arn]
#   sources:
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws#usage
package mxlint.rules.aws["object-arn"]

import data.mxlint.lib

report contains lib.finding(message, object.arn.at) if {
	input.provider == "aws"
	some object in input.objects
	object.arn
	message := sprintf("objectName %q %s, expected %s: the provider fails with %q", [object.arn.text, reason[object.arn.fault], object.arn.expected, object.arn.says])
}

reason := {
	"malformed": "is no valid ARN",
	"service": "is the ARN of another service",
	"region": "is the ARN of another region",
}
