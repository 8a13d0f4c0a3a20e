# METADATA
# title: S3 storage without endpoint or bucket
# description: S3 storage needs storage-endpoint and storage-bucket-name
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["s3-required"]

import data.mxlint.lib

report contains lib.missing_finding(missing) if {
	some missing in lib.missing
	missing.rule == "keys/s3-required"
	not lib.not_extracted
}
