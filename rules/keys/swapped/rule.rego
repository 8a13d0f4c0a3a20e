# METADATA
# title: the name in the store and the mounted name are exchanged
# description: the store-side name is a Mendix key while the mounted file is none
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [mountedFiles.match == swapped]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.keys.swapped

import data.mxlint.lib

report contains lib.with_fix(lib.with_related(lib.finding(message, file.at), [lib.related("the Mendix key", file.storeAt)]), "exchange the two", ops(file)) if {
	some file in input.mountedFiles
	file.match == "swapped"
	message := sprintf("mounted file %q is no key that Mendix reads, while %q, its name in the store, is one: they are exchanged, and the file is silently ignored", [file.name, file.store])
}

ops(file) := [lib.swap(file.at, file.storeAt)] if input.provider != "aws"

ops(file) := [lib.set_text(file.at, file.key), lib.set_text(file.storeAt, sprintf("%q", [file.name]))] if input.provider == "aws"
