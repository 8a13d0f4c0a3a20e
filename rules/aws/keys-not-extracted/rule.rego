# METADATA
# title: the JSON of a secret stays one file
# description: "without jmesPath the secret is mounted as a whole, so none of its keys becomes a file"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   providers: [aws]
#   needs: [provider == aws, unmounted]
#   sources:
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws#usage
package mxlint.rules.aws["keys-not-extracted"]

import data.mxlint.lib
import data.mxlint.lib.missing

report contains fixed(lib.finding(message, file.entry), file) if {
	input.provider == "aws"
	some file in missing.not_extracted_files
	message := sprintf("object %q has no jmesPath: the whole secret is mounted as the single file %q, and Mendix finds none of its keys", [input.objects[file.object].fields.objectName.value, file.name])
}

# With several secrets it is unknown which of them contains which key.
fixed(report, file) := lib.with_guess(report, "extract the missing keys", ops) if {
	count(missing.not_extracted_files) == 1
	count(keys) > 0 # which storage is meant may be unknown
	list := lib.child(input.objects[file.object].at, "jmesPath")
	ops := [lib.append(list, [["path", sprintf("%q", [key])], ["objectAlias", key]]) | some key in keys]
}

else := report

# The documented secret names its keys as Mendix does.
keys contains key if {
	some rule
	some entry in missing.entries[rule]
	some key in object.get(entry, "fix_keys", entry.keys)
}

# Storage for which nothing is mounted is most probably S3.
keys contains key if {
	not input.groups.storage.begun
	some entry in missing.entries["keys/required"]
	entry.subject == "storage"
	some key in array.concat(array.concat(entry.keys, missing.s3_place), access_keys)
}

access_keys := missing.s3_login if lib.no_identity

else := []
