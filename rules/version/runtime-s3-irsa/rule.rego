# METADATA
# title: the runtime is too old for S3 with an IAM role
# description: S3 without access keys needs Mendix 9.20
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [gates.rule == runtime-s3-irsa, versions.runtime]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.version["runtime-s3-irsa"]

import data.mxlint.lib

report contains finding if some finding in lib.runtime_findings("runtime-s3-irsa", "the app cannot reach its bucket")
