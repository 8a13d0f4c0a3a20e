# METADATA
# title: a mounted file is a near miss of a Mendix key
# description: Mendix reads files by their exact names; another name is silently ignored
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [mountedFiles.match == near]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#keys
package mxlint.rules.keys.misspelled

import data.mxlint.lib

report contains fixed(weighed(message, file), file) if {
	some file in input.mountedFiles
	file.match == "near"
	message := sprintf("mounted file %q is not a key that Mendix reads, expected %s: it is silently ignored", [file.name, lib.either(file.nearest)])
}

weighed(message, file) := lib.lowered(sprintf("%s; the exact key is mounted too", [message]), file.at, "warning") if exact(file.key)

weighed(message, file) := lib.finding(message, file.at) if not exact(file.key)

# If another file already counts as the key, renaming this one would mount it twice; if
# the name is as near to another key, the key is a guess.
fixed(report, file) := report if count(input.mounted[file.key]) > 1

fixed(report, file) := lib.with_fix(report, title(file), ops(file)) if {
	count(input.mounted[file.key]) == 1
	count(unmounted(file)) == 1
}

fixed(report, file) := lib.with_guess(report, title(file), ops(file)) if {
	count(input.mounted[file.key]) == 1
	count(unmounted(file)) > 1
}

title(file) := sprintf("write %q", [file.key])

ops(file) := [lib.set_text(file.at, file.key)]

# unmounted are the keys that the name may mean and that no other file mounts.
unmounted(file) := [key | some key in file.nearest; not exact(key)]

exact(key) if {
	some index in input.mounted[key]
	input.mountedFiles[index].match == "exact"
}
