# What every rule reports of every environment of a document that
# `mxlint inspect --format json` printed, and of what belongs to none. Part of
# the bundle only: mxlint itself judges one environment at a time.
package mxlint.main

all contains object.union(report, {"environment": object.get(subject, "id", "")}) if {
	some subject in subjects
	some report in findings with input as subject
}

subjects := array.concat(object.get(input, "environments", []), object.get(input, "others", []))
