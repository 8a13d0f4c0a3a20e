# METADATA
# title: an ignore that matched nothing
# description: an ignore whose finding is gone hides the next one
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [ignores]
#   sources:
#     - https://eslint.org/docs/latest/use/command-line-interface#--report-unused-disable-directives
package mxlint.rules.mxlint["unused-ignore"]

import data.mxlint.lib

report contains lib.with_subject(lib.finding(message, ignore.at), ignore.rule) if {
	some ignore in input.ignores
	ignore.known
	ignore.ran
	not ignore.used
	message := sprintf("the ignore of %q matches no finding: remove it", [ignore.rule])
}
