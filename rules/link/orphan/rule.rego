# METADATA
# title: an annotated resource belongs to no MendixApp
# description: "its namespace has MendixApps in the same run, but none of its name"
# custom:
#   severity: warning
#   since: 0.1.0
#   fixable: false
#   needs: [orphan]
#   sources:
#     - https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
package mxlint.rules.link.orphan

import data.mxlint.lib

report contains lib.with_related(lib.finding(message, anchor.nameAt), others) if {
	input.orphan
	anchor := lib.anchor
	message := sprintf("%s %q belongs to no MendixApp: the run has MendixApps of its namespace, but none of this name, so nothing uses it", [anchor.kind, anchor.name])
	others := [lib.related("its ServiceAccount", account.nameAt) | account := input.resources.serviceAccount; account.id != anchor.id]
}
