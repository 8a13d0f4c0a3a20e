# METADATA
# title: an unquoted scalar that YAML 1.1 reads as something else
# description: "the provider decodes YAML 1.1, where on, y and 0123 are not strings"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: true
#   providers: [aws]
#   needs: [provider == aws, scalars]
#   sources:
#     - https://yaml.org/type/bool.html
package mxlint.rules.aws["yaml11-scalar"]

import data.mxlint.lib

report contains lib.with_fix(lib.finding(message, scalar.at), "quote it", [lib.quote(scalar.at)]) if {
	input.provider == "aws"
	some scalar in input.scalars
	not scalar.at in refused
	message := sprintf("%s %q is not quoted, expected quotes: the provider decodes YAML 1.1 and reads %q", [scalar.field, scalar.written, scalar.becomes])
}

# A path that is not JMESPath is reported by another rule.
refused contains file.storeAt if {
	some file in input.mountedFiles
	file.jmes.error != ""
}
