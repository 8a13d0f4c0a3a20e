# METADATA
# title: an unquoted dot reads a nested value
# description: "a dot outside double quotes goes into a nested object, while the key of the secret has the dots in its name"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   providers: [aws]
#   needs: [provider == aws, mountedFiles.jmes.kind == dotted]
#   sources:
#     - https://jmespath.org/specification.html#subexpressions
package mxlint.rules.aws["jmespath-nested"]

import data.mxlint.lib

# Whether the secret is nested is not known here, so the fix is a guess.
report contains fixed(lib.finding(message, file.storeAt), file) if {
	input.provider == "aws"
	some file in input.mountedFiles
	file.jmes.kind == "dotted"
	file.jmes.error == ""
	contains(file.key, ".")
	message := sprintf("path %q reads a nested value%s: if the secret has no such object, the mount fails with \"Failed to fetch secret from all regions\"", [file.jmes.path, advice(file.jmes)])
}

advice(jmes) := sprintf(", expected '%s' for a key with dots in its name", [jmes.quoted]) if jmes.quoted != ""

advice(jmes) := "" if jmes.quoted == ""

fixed(report, file) := lib.with_guess(report, lib.quote_title(file), lib.quote_key(file)) if file.jmes.quoted != ""

fixed(report, file) := report if file.jmes.quoted == ""
