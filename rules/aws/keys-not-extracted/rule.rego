# METADATA
# title: the JSON of a secret stays one file
# description: "without jmesPath the secret is mounted as a whole, so none of its keys becomes a file"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   providers: [aws]
#   needs: [provider == aws, unmounted]
#   sources:
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws#usage
package mxlint.rules.aws["keys-not-extracted"]

import data.mxlint.lib
import data.mxlint.lib.missing

report contains lib.finding(message, file.entry) if {
	input.provider == "aws"
	some file in missing.not_extracted_files
	message := sprintf("the object %q has no jmesPath: the whole secret becomes the one file %q, and Mendix finds none of its keys", [input.objects[file.object].fields.objectName.value, file.name])
}
