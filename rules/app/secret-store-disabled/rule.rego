# METADATA
# title: the MendixApp does not allow the secret store
# description: "without spec.allowOverrideSecretsWithSecretStoreCSIDriver: true the class is ignored"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   needs: [resources.app.secretStore != true]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.app["secret-store-disabled"]

import data.mxlint.lib

report contains lib.with_fix(lib.finding(message, app.secretStoreAt), title, [op]) if {
	input.resources.secretProviderClass
	app := input.resources.app
	app.secretStore in {"absent", "false"}
	message := sprintf("spec.%s is %s, expected true: the SecretProviderClass is ignored and the app starts without its credentials", [field, state[app.secretStore]])
	title := "allow the secret store"
	op := fix_op(app)
}

field := "allowOverrideSecretsWithSecretStoreCSIDriver"

state := {"absent": "missing", "false": "false"}

fix_op(app) := lib.insert_plain(lib.as_value(app.specAt), field, "true") if app.secretStoreAt == app.specAt

fix_op(app) := lib.set_plain(app.secretStoreAt, "true") if app.secretStoreAt != app.specAt
