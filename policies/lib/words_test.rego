package mxlint.lib_test

import data.mxlint.lib

test_enumerated if {
	lib.enumerated(["a"]) == `"a"`
	lib.enumerated(["a", "b", "c"]) == `"a", "b", "c"`
}

test_listed if {
	lib.listed(["a"]) == `"a"`
	lib.listed(["a", "b"]) == `"a" and "b"`
	lib.listed(["a", "b", "c"]) == `"a", "b" and "c"`
}

test_either if {
	lib.either(["a"]) == `"a"`
	lib.either(["a", "b"]) == `"a" or "b"`
	lib.either(["a", "b", "c"]) == `"a", "b" or "c"`
}

test_no_words_are_no_list if not lib.listed([])

test_hyphens if {
	lib.hyphens("mx-const-Shop.Api_Key") == "mx-const-Shop-Api-Key"
	lib.hyphens("database-host") == "database-host"
}
