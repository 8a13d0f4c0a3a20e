# METADATA
# title: a path is a literal
# description: "single quotes and backticks make a literal: the file holds the text of the expression, not the value of the key"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   providers: [aws]
#   needs: [provider == aws, mountedFiles.jmes.kind == literal]
#   sources:
#     - https://jmespath.org/specification.html#raw-string-literals
package mxlint.rules.aws["jmespath-literal"]

import data.mxlint.lib

report contains lib.with_quotes(lib.finding(message, file.storeAt), file) if {
	input.provider == "aws"
	some file in input.mountedFiles
	file.jmes.kind == "literal"
	file.jmes.error == ""
	message := sprintf("path %q is a literal%s: %s", [file.jmes.path, advice(file.jmes), consequence(file.jmes)])
}

consequence(jmes) := "the mount fails with \"Only string is allowed\"" if jmes.noString

consequence(jmes) := "the mount succeeds and the file holds this text instead of the secret" if not jmes.noString

advice(jmes) := sprintf(", expected '%s'", [jmes.quoted]) if jmes.quoted != ""

advice(jmes) := "" if jmes.quoted == ""
