# METADATA
# title: entry point
# description: collects what every rule reports of the input, each under its rule's ID
package mxlint.main

import data.mxlint.lib

findings contains finding(category, name, report) if {
	some category, name
	some report in data.mxlint.rules[category][name].report
	not retyped(category, report.at)
}

# findings_of only evaluates some rules: lists of names by category. The caller knows
# that the others report nothing.
findings_of(asked) := {finding(category, name, report) |
	some category, names in asked
	some name in names
	some report in data.mxlint.rules[category][name].report
	not retyped(category, report.at)
}

finding(category, name, report) := object.union(report, {"rule": concat("/", [category, name])})

retyped(category, at) if {
	category != "manifest"
	at in lib.retyped_places
}
