# METADATA
# title: an ignore names a rule that does not exist
# description: such an ignore silences nothing
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [ignores]
package mxlint.rules.mxlint["unknown-rule"]

import data.mxlint.lib

report contains lib.with_subject(lib.finding(message, ignore.at), ignore.rule) if {
	some ignore in input.ignores
	not ignore.known
	message := sprintf("the ignore names %s%s: it silences nothing", [named(ignore), nearest(ignore)])
}

named(ignore) := sprintf("the rule %q, which does not exist", [ignore.rule]) if ignore.rule != ""

named(ignore) := "no rule" if ignore.rule == ""

nearest(ignore) := sprintf(", expected %q", [ignore.nearest]) if ignore.nearest != ""

nearest(ignore) := "" if ignore.nearest == ""
