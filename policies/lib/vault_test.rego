package mxlint.lib_test

import data.mxlint.lib

test_odd_paths if {
	subject := {"objects": [{"vault": {"engine": "data"}}, {"vault": {"engine": "unknown"}}, {}]}
	lib.odd_paths == [{"vault": {"engine": "unknown"}}] with input as subject
}
