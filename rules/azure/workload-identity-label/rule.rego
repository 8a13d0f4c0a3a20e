# METADATA
# title: the pods have no label for workload identity
# description: "the app's own calls to Azure normally need the webhook, which acts on labelled pods only"
# custom:
#   severity: info
#   since: 0.1.0
#   fixable: false
#   providers: [azure]
#   needs: [provider == azure, resources.app]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/private-cloud-operator/
package mxlint.rules.azure["workload-identity-label"]

import data.mxlint.lib

report contains lib.finding(message, app.specAt) if {
	input.provider == "azure"
	app := input.resources.app
	lib.identity_login
	app.identityLabel in {"absent", "other"}
	message := "\"customPodLabels.general\" has no \"azure.workload.identity/use\": \"true\": the app logs in with its managed identity, and its own calls to Azure normally need that label"
}
