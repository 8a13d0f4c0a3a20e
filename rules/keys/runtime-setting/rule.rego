# METADATA
# title: a runtime setting should not be mapped this way
# description: "mx-runtime- with no name, or with a setting that has a key of its own or belongs to the Operator"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [mountedFiles.group == runtime]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys["runtime-setting"]

import data.mxlint.lib

report contains lib.finding(message, file.at) if {
	some file in input.mountedFiles
	file.group == "runtime"
	file.match != "swapped" # which is reported instead
	message := text(substring(file.key, count("mx-runtime-"), -1), file)
}

text(name, file) := sprintf("mounted file %q names no runtime setting, expected \"mx-runtime-NAME\": it is silently ignored", [file.name]) if name == ""

else := sprintf("mounted file %q sets a runtime setting that has a key of its own, expected %q: which of the two values the app gets is not defined", [file.name, own[name]]) if own[name]

else := sprintf("mounted file %q sets %q, which the Operator manages itself: overriding it can lead to unexpected behaviour", [file.name, name]) if {
	name in data.mxlint.tables.settings.managed
}

own[name] := row.key if {
	some row in data.mxlint.tables.keys
	startswith(row.setting, "runtime:")
	name := substring(row.setting, count("runtime:"), -1)
}
