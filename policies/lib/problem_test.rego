package mxlint.lib_test

import data.mxlint.lib

problem := {"name": "objcts", "tolerated": true, "says": "", "expected": "objects", "nearest": "objects", "at": at}

test_weighed_takes_the_severity_and_the_name if {
	report := lib.weighed(problem, "m")
	report.severity == "warning"
	report.subject == "objcts"
	lib.weighed(object.union(problem, {"tolerated": false}), "m").severity == "error"
}

test_what_is_empty_is_left_out if {
	lib.says(problem) == ""
	lib.expected(problem) == ", expected objects"
	lib.nearest(object.union(problem, {"nearest": ""})) == ""
}
