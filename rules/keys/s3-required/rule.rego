# METADATA
# title: S3 storage without endpoint or bucket
# description: S3 storage needs storage-endpoint and storage-bucket-name
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [storage == s3, unmounted]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["s3-required"]

import data.mxlint.lib.missing

report contains finding if some finding in missing.findings("keys/s3-required")
