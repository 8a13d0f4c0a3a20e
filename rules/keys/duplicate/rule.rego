# METADATA
# title: one file is mounted twice
# description: vault and aws refuse two entries of one file name; elsewhere the last one wins silently
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [mountedFiles.duplicate != -1]
#   sources:
#     - https://github.com/hashicorp/vault-csi-provider/issues/44
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/issues/50
package mxlint.rules.keys.duplicate

import data.mxlint.lib

report contains fixed(lib.with_related(weighed(file), [lib.related("the first one", first.at)]), [file, first]) if {
	some file in input.mountedFiles
	file.duplicate >= 0
	first := input.mountedFiles[file.duplicate]
}

weighed(file) := lib.lowered(message, file.at, "warning") if {
	file.duplicateWins
	message := sprintf("file %q is mounted twice%s: the last one silently wins", [file.name, expected(file)])
}

weighed(file) := lib.finding(message, file.at) if {
	not file.duplicateWins
	message := sprintf("file %q is mounted twice%s: provider %s refuses it, %s", [file.name, expected(file), input.provider, says(file)])
}

# A copied entry keeps the name of the other file; its source shows which key it was
# meant to be.
copies(pair) := [file | some file in pair; file.match == "copied"]

expected(file) := sprintf(", expected %q for one of them", [copied[0].key]) if {
	copied := copies([file, input.mountedFiles[file.duplicate]])
	count(copied) > 0
}

else := ""

fixed(report, pair) := lib.with_guess(report, sprintf("write %q", [copied[0].key]), [lib.set_text(copied[0].at, copied[0].key)]) if {
	copied := copies(pair)
	count(copied) > 0
}

else := report

says(file) := sprintf("each `objectName` within a SecretProviderClass must be unique, but the following keys were duplicated: %s", [file.name]) if input.provider == "vault"

else := sprintf("Name already in use for objectAlias: found duplicate object alias %s", [file.name]) if file.entry != input.objects[file.object].at # from jmesPath

else := sprintf("duplicate object alias %s", [file.name]) if input.objects[file.object].fields.objectAlias.at == file.at

else := "found descriptor with duplicate object name"
