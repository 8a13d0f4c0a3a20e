package mxlint.lib_test

import data.mxlint.lib

test_candidate if {
	lib.candidate({"state": "missing"}) == "" with input as {"namespace": "shop"}
	lib.candidate({"candidate": {"name": "order", "namespace": "shop"}}) == "; the nearest is \"order\"" with input as {"namespace": "shop"}
	lib.candidate({"candidate": {"name": "order", "namespace": "test"}}) == "; the nearest is \"order\" in namespace \"test\"" with input as {"namespace": "shop"}
	lib.candidate({"candidate": {"name": "order", "unlisted": "base/sa.yaml"}}) == "; \"base/sa.yaml\" has one, but no kustomization lists that file" with input as {"namespace": ""}
}

test_candidate_place if {
	near := {"name": "order", "namespace": "", "at": {"doc": "sa.yaml#0", "path": "/metadata/name", "part": "value"}}
	[place.message | some place in lib.candidate_place({"candidate": near})] == ["the nearest candidate"]
	[place.message | some place in lib.candidate_place({"candidate": object.union(near, {"unlisted": "base/sa.yaml"})})] == ["the one that is not listed"]
	lib.candidate_place({"state": "missing"}) == []
}
