package mxlint.lib_test

import data.mxlint.lib

test_retyped_places_are_those_of_another_type if {
	documents := [{
		"nonStrings": [{"at": "/metadata/annotations/a"}],
		"violations": [{"keyword": "type", "at": "/spec/a"}, {"keyword": "enum", "at": "/spec/b"}],
	}]
	lib.retyped_places == {"/metadata/annotations/a", "/spec/a"} with input as {"documents": documents}
}
