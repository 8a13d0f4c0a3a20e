# METADATA
# title: a path is not a valid JMESPath expression
# description: a bare name with a hyphen is not an identifier; it needs double quotes inside the YAML quotes
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [aws]
#   needs: [provider == aws, mountedFiles.jmes.error]
#   sources:
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/issues/66
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/issues/228
#     - https://jmespath.org/specification.html#identifiers
package mxlint.rules.aws["jmespath-syntax"]

import data.mxlint.lib

report contains lib.with_quotes(lib.finding(message, file.storeAt), file) if {
	input.provider == "aws"
	some file in input.mountedFiles
	file.jmes.error != ""
	message := sprintf("path %q is not a valid JMESPath expression%s: the mount fails with \"Failed to fetch secret from all regions\"; %s", [file.jmes.path, advice(file.jmes), file.jmes.error])
}

advice(jmes) := sprintf(", expected '%s' with double quotes inside the YAML quotes", [jmes.quoted]) if jmes.quoted != ""

advice(jmes) := "" if jmes.quoted == ""
