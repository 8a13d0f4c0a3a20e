package mxlint.lib_test

import data.mxlint.lib

test_candidate if {
	lib.candidate({"state": "missing"}) == "" with input as {"namespace": "shop"}
	lib.candidate({"candidate": {"name": "order", "namespace": "shop"}}) == "; the nearest is \"order\"" with input as {"namespace": "shop"}
	lib.candidate({"candidate": {"name": "order", "namespace": "test"}}) == "; the nearest is \"order\" in namespace \"test\"" with input as {"namespace": "shop"}
	lib.candidate({"candidate": {"name": "order", "unlisted": "base/sa.yaml"}}) == "; \"base/sa.yaml\" has one, but no kustomization lists that file" with input as {"namespace": ""}
}
