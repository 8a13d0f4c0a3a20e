# METADATA
# title: a setting of the MendixApp is overridden by the secret store
# description: "a value from the store overrides the MendixApp, so the value written there is never used"
# custom:
#   severity: info
#   since: 0.1.0
#   fixable: false
#   needs: [resources.app.settings, mountedFiles]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/#additional-considerations
package mxlint.rules.app["overridden-setting"]

import data.mxlint.lib

report contains lib.with_subject(lib.with_related(lib.finding(message, setting.at), [lib.related("the mapping that wins", file.at)]), setting.key) if {
	not input.resources.app.secretStore in {"absent", "false"}
	some setting in input.resources.app.settings
	file := lib.mounted_file(setting.key)
	message := sprintf("%s %q is also mapped from the secret store as %q: the store wins, and this value is never used", [setting.kind, setting.name, file.name])
}
