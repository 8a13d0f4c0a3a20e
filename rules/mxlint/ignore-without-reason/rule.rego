# METADATA
# title: an ignore without a reason
# description: later readers of the ignore have to know why it is there
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [ignores]
#   sources:
#     - https://golangci-lint.run/docs/linters/configuration/#nolintlint
package mxlint.rules.mxlint["ignore-without-reason"]

import data.mxlint.lib

report contains lib.with_subject(lib.finding(message, ignore.at), ignore.rule) if {
	some ignore in input.ignores
	ignore.known
	ignore.reason == ""
	not unused(ignore)
	message := sprintf("the ignore of %q gives no reason, expected %q after it", [ignore.rule, reason(ignore)])
}

reason(ignore) := ": reason" if ignore.kind == "annotation"

reason(ignore) := "-- reason" if ignore.kind != "annotation"

unused(ignore) if {
	ignore.ran
	not ignore.used
}
