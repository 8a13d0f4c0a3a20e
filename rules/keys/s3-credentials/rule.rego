# METADATA
# title: the S3 login is incomplete
# description: "S3 needs both access keys, or neither and an IAM role on the ServiceAccount"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [storage == s3, unmounted]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["s3-credentials"]

import data.mxlint.lib.missing

report contains finding if some finding in missing.findings("keys/s3-credentials")
