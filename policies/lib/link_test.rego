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

test_a_candidate_near_by_is_renamed_as_a_guess if {
	found := lib.finding("m", {"doc": "app.yaml#0", "path": "/metadata/name", "part": "value"})
	at := {"doc": "sa.yaml#0", "path": "/metadata/name", "part": "value"}
	link := {"kind": "ServiceAccount", "candidate": {"kind": "ServiceAccount", "name": "oders", "namespace": "shop", "at": at}}
	fixed := lib.with_name(found, link) with input as {"name": "orders", "namespace": "shop"}
	fixed.fix.ops == [{"op": "set", "at": at, "value": "orders"}]
	fixed.fix.unsafe
	lib.with_name(found, link) == found with input as {"name": "orders", "namespace": "test"}
	lib.with_name(found, {"kind": "ServiceAccount"}) == found with input as {"name": "orders", "namespace": "shop"}
}
