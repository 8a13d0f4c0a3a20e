# METADATA
# title: an unquoted dot reads a nested value
# description: "a dot outside double quotes goes into a nested object, while the key of the secret has the dots in its name"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: true
#   providers: [aws]
#   needs: [provider == aws, mountedFiles.jmes.kind == dotted]
#   sources:
#     - https://jmespath.org/specification.html#subexpressions
package mxlint.rules.aws["jmespath-nested"]

import data.mxlint.lib

report contains lib.with_fix(lib.finding(message, file.storeAt), sprintf("write %s", [file.jmes.quoted]), [lib.set_text(file.storeAt, file.jmes.quoted)]) if {
	input.provider == "aws"
	some file in input.mountedFiles
	file.jmes.kind == "dotted"
	file.jmes.error == ""
	contains(file.key, ".")
	message := sprintf("path %q reads a nested value, expected '%s' for a key with dots in its name: the mount fails with Failed to fetch secret from all regions where the secret has no such object", [file.jmes.path, file.jmes.quoted])
}
