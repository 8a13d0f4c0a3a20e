# What every rule reports about every environment of a document that
# `mxlint inspect --format json` printed, and about what belongs to none. Only part of the bundle:
# mxlint itself judges one environment at a time.
package mxlint.main

all contains object.union(report, {"environment": object.get(subject, "id", "")}) if {
	some subject in subjects
	some report in findings with input as subject
}

subjects := array.concat(object.get(input, "environments", []), object.get(input, "others", []))
