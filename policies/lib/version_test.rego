package mxlint.lib_test

import data.mxlint.lib

test_numbers_are_four if {
	lib.numbers("2.17") == [2, 17, 0, 0]
	lib.numbers("10.12.3.4567") == [10, 12, 3, 4567]
}

test_runtime_below if {
	lib.runtime_below([10, 0, 0, 0]) with input as runtime([9, 24, 0, 0])
	not lib.runtime_below([10, 0, 0, 0]) with input as runtime([10, 0, 0, 0])
}

test_an_unknown_runtime_is_not_below if not lib.runtime_below([10, 0, 0, 0]) with input as runtime([])

runtime(numbers) := {"versions": {"runtime": {"numbers": numbers}}}
