# METADATA
# title: no ServiceAccount has the name of the environment
# description: the app runs as the ServiceAccount of its own name; without one the pod cannot read the secret store
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: true
#   unsafe: true
#   needs: [links.state == missing]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
#     - https://github.com/mendix/docs/pull/5252
package mxlint.rules.link["service-account-missing"]

import data.mxlint.lib

report contains lib.with_name(lib.with_related(weighed(message, link.at), lib.candidate_place(link)), link) if {
	some link in input.links
	link.kind == "ServiceAccount"
	link.state == "missing"
	not input.orphan
	message := sprintf("there is no ServiceAccount %q%s%s", [input.name, lib.in_namespace, lib.candidate(link)])
}

# With a storage plan the Operator may create the account itself.
weighed(message, at) := lib.lowered(sprintf("%s: the app uses a storage plan, so the Operator may create it", [message]), at, "info") if uses_plan

weighed(message, at) := lib.finding(sprintf("%s: the app cannot be attached to an account, and its pod does not start", [message]), at) if not uses_plan

# A plan whose name is a template may be one.
uses_plan if input.resources.app.databasePlan.state in {"named", "unknown"}

uses_plan if input.resources.app.storagePlan.state in {"named", "unknown"}
