# METADATA
# title: a Mendix key is read from a key of another name
# description: the documentation gives the keys of the secret the names of the Mendix keys; another name may be a mistake
# custom:
#   severity: info
#   since: 0.1.0
#   fixable: false
#   providers: [aws]
#   needs: [provider == aws, mountedFiles.jmes]
#   sources:
#     - https://github.com/aws/secrets-store-csi-driver-provider-aws/issues/552
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#configure-using-aws-secrets-manager
package mxlint.rules.aws["alias-differs"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, file.at), [lib.related("the key that is read", file.storeAt)]) if {
	input.provider == "aws"
	some file in input.mountedFiles
	file.jmes.key != file.name
	file.jmes.key != ""
	file.jmes.error == ""
	file.match == "exact"
	not same_setting(file)
	message := sprintf("alias %q is read from the key %q of the secret: the documented secret uses equal names", [file.name, file.jmes.key])
}

# The documentation's own sample reads runtime settings by their bare names.
same_setting(file) if concat("", ["mx-runtime-", file.jmes.key]) == file.name
