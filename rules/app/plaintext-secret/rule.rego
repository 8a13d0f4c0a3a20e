# METADATA
# title: the MendixApp contains a credential in plain text
# description: "the app has a secret store, but its MendixApp contains a credential; git and the cluster show it to everyone who may read the MendixApp"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [resources.app.settings]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.app["plaintext-secret"]

import data.mxlint.lib

report contains lib.with_subject(lib.finding(message, setting.at), setting.name) if {
	lib.uses_store
	some setting in input.resources.app.settings
	setting.secret
	message := sprintf("%s %q holds a credential in plain text although the app has a secret store%s", [setting.kind, setting.name, advice(setting)])
}

advice(setting) := sprintf(": map it as %q", [setting.key]) if setting.key != ""

advice(setting) := ": keep it in the store" if setting.key == ""
