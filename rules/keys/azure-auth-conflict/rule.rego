# METADATA
# title: static and managed login to Azure storage are combined
# description: the account key and the managed identity are two logins; the documentation asks for the static keys to be removed
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [storage == azure]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#configure-using-azwi-blobstorage
package mxlint.rules.keys["azure-auth-conflict"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, file.at), [lib.related("the managed login", managed.at)]) if {
	input.storage == "azure"
	managed := lib.mounted_file("storage-azure-use-default-azure-credential")
	file := static
	message := sprintf("key %q is mapped together with %q, expected either the static or the managed login: the value of the latter decides which one is used", [file.key, managed.key])
}

static := lib.mounted_file("storage-azure-account-key") if input.mounted["storage-azure-account-key"]

else := lib.mounted_file("storage-azure-account-name")
