package mxlint.lib_test

import data.mxlint.lib

test_anchor_is_the_class_before_the_app if {
	lib.anchor == {"id": "c"} with input as {"resources": {"secretProviderClass": {"id": "c"}, "app": {"id": "a"}}}
	lib.anchor == {"id": "a"} with input as {"resources": {"app": {"id": "a"}, "serviceAccount": {"id": "s"}}}
	lib.anchor == {"id": "s"} with input as {"resources": {"serviceAccount": {"id": "s"}}}
}

test_uses_store if {
	lib.uses_store with input as {"resources": {"app": {"secretStore": "true"}}}
	lib.uses_store with input as {"resources": {"serviceAccount": {"mark": {"state": "near"}}}}
	not lib.uses_store with input as {"resources": {"app": {"secretStore": "absent"}}}
}
