# METADATA
# title: one file is mounted twice
# description: vault and aws refuse two entries of one file name; elsewhere the last one wins silently
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [mountedFiles.duplicate != -1]
#   sources:
#     - https://github.com/hashicorp/vault-csi-provider/issues/44
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/issues/50
package mxlint.rules.keys.duplicate

import data.mxlint.lib

report contains lib.with_related(weighed(file), [lib.related("the first one", first.at)]) if {
	some file in input.mountedFiles
	file.duplicate >= 0
	first := input.mountedFiles[file.duplicate]
}

weighed(file) := lib.lowered(message, file.at, "warning") if {
	file.duplicateWins
	message := sprintf("file %q is mounted twice: the last one silently wins", [file.name])
}

weighed(file) := lib.finding(message, file.at) if {
	not file.duplicateWins
	message := sprintf("file %q is mounted twice: provider %s refuses it, %s", [file.name, input.provider, says[input.provider]])
}

says := {
	"vault": "each objectName within a SecretProviderClass must be unique",
	"aws": "Name already in use",
	"azure": "one name stands for one file",
}
