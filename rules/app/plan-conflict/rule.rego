# METADATA
# title: a storage plan and the secret store supply the same thing
# description: plans cannot be used together with values of a secret store for the same half of the app
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [resources.app, mountedFiles]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.app["plan-conflict"]

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, plan.at), [lib.related("the first mapped key", file.at)]) if {
	some half, plan in {"database": input.resources.app.databasePlan, "storage": input.resources.app.storagePlan}
	plan.state == "named"
	group := input.groups[half]
	group.begun
	file := input.mountedFiles[group.first]
	message := sprintf("%s plan %q conflicts with the %s-* keys of the secret store: they cannot be used together; remove the plan or the keys", [half, plan.name, half])
}
