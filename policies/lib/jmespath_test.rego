package mxlint.lib_test

import data.mxlint.lib

file(name, quoted) := {"name": name, "storeAt": {"doc": "c", "path": "/p", "part": "value"}, "jmes": {"quoted": quoted}}

unquoted := lib.finding("wrong", {"doc": "c", "path": "/p", "part": "value"})

test_the_name_of_the_file_is_quoted_safely if {
	fixed := lib.with_quotes(unquoted, file("mx-const-A.B", "\"mx-const-A.B\""))
	fixed.fix.ops[0].value == "\"mx-const-A.B\""
	not fixed.fix.unsafe
}

test_an_expression_is_quoted_as_a_guess if {
	fixed := lib.with_quotes(unquoted, file("database-name", "\"a.b\""))
	fixed.fix.unsafe
}

test_what_cannot_be_quoted_is_not_mended if lib.with_quotes(unquoted, file("a", "")) == unquoted
