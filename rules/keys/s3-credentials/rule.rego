# METADATA
# title: an S3 login that is not complete
# description: "S3 needs both access keys, or neither and an IAM role on the ServiceAccount"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["s3-credentials"]

import data.mxlint.lib

report contains lib.missing_finding(missing) if {
	some missing in lib.missing
	missing.rule == "keys/s3-credentials"
	not lib.not_extracted
}
