# METADATA
# title: customConfiguration is not a JSON object
# description: "the sidecar reads customConfiguration as a JSON object in a string, and MicroflowConstants in it likewise"
# custom:
#   severity: error
#   since: 0.1.0
#   fixable: false
#   needs: [resources.app.configuration]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/private-cloud-operator/
package mxlint.rules.app["custom-configuration"]

import data.mxlint.lib

report contains lib.finding(message, fault.at) if {
	some fault in input.resources.app.configuration
	message := sprintf("%s %s: the app does not get its settings", [fault.field, fault.message])
}
