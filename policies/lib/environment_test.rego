package mxlint.lib_test

import data.mxlint.lib

test_anchor_is_the_class_before_the_app if {
	lib.anchor == {"id": "c"} with input as {"resources": {"secretProviderClass": {"id": "c"}, "app": {"id": "a"}}}
	lib.anchor == {"id": "a"} with input as {"resources": {"app": {"id": "a"}, "serviceAccount": {"id": "s"}}}
	lib.anchor == {"id": "s"} with input as {"resources": {"serviceAccount": {"id": "s"}}}
}

test_whole_wants_a_complete_list if {
	lib.whole with input as {"complete": true}
	not lib.whole with input as {"complete": false}
}

test_uses_store if {
	lib.uses_store with input as {"resources": {"app": {"secretStore": "true"}}}
	lib.uses_store with input as {"resources": {"serviceAccount": {"mark": {"state": "near"}}}}
	not lib.uses_store with input as {"resources": {"app": {"secretStore": "absent"}}}
}

test_guid if {
	lib.guid("72f988bf-86f1-41af-91ab-2d7cd011db47")
	not lib.guid("72f988bf86f141af91ab2d7cd011db47")
}
