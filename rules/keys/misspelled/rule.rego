# METADATA
# title: a mounted file is a near miss of a Mendix key
# description: Mendix reads files by their exact names; another name is silently ignored
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys.misspelled

import data.mxlint.lib

report contains lib.with_fix(weighed(message, file), sprintf("write %q", [file.key]), [lib.set_text(file.at, file.key)]) if {
	some file in input.mountedFiles
	file.match == "near"
	message := sprintf("mounted file %q is no key that Mendix reads, expected %s: it is silently ignored", [file.name, lib.either(file.nearest)])
}

weighed(message, file) := lib.lowered(sprintf("%s; the exact key is mounted too", [message]), file.at, "warning") if exact(file.key)

weighed(message, file) := lib.finding(message, file.at) if not exact(file.key)

exact(key) if {
	some index in input.mounted[key]
	input.mountedFiles[index].match == "exact"
}
