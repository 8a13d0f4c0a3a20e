# METADATA
# title: the name in the store and the mounted name are swapped
# description: the store-side name is a Mendix key, but the mounted file is not
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [mountedFiles.match == swapped]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.keys.swapped

import data.mxlint.lib

report contains fixed(lib.with_related(lib.finding(message, file.at), [lib.related("the Mendix key", file.storeAt)]), file) if {
	some file in input.mountedFiles
	file.match == "swapped"
	message := sprintf("mounted file %q is not a key that Mendix reads, while %q, its name in the store, is one: the two are swapped, and the file is silently ignored", [file.name, file.store])
}

fixed(report, file) := lib.with_fix(report, "exchange the two", ops(file)) if exchanged(file)

fixed(report, file) := lib.with_guess(report, "exchange the two", ops(file)) if not exchanged(file)

# exchanged: the mounted name may be the name of the key in the store. One that begins
# like a key, or shares its text, was more probably meant to be the key.
exchanged(file) if {
	regex.match(`^[A-Za-z0-9._/-]+$`, file.name)
	not regex.match(`^(database|storage|mx)-`, file.name)
	not contains(file.name, file.key)
	not contains(file.key, file.name)
	not dashed(file)
}

# The name of a constant or setting in Key Vault has no dot, so it is not the name of a
# file.
dashed(file) if {
	input.provider == "azure"
	file.group in {"const", "runtime"}
}

ops(file) := [lib.swap(file.at, file.storeAt)] if input.provider != "aws"

ops(file) := [lib.set_text(file.at, file.key), lib.set_text(file.storeAt, sprintf("%q", [file.name]))] if input.provider == "aws"
