# METADATA
# title: entry point
# description: collects what every rule reports of the input, each under its rule's ID
package mxlint.main

findings contains object.union(report, {"rule": concat("/", [category, name])}) if {
	some category, name
	some report in data.mxlint.rules[category][name].report
}
