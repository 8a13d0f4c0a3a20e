package mxlint.lib_test

import data.mxlint.lib

test_anchor_is_the_class_before_the_app if {
	lib.anchor == {"id": "c"} with input as {"resources": {"secretProviderClass": {"id": "c"}, "app": {"id": "a"}}}
	lib.anchor == {"id": "a"} with input as {"resources": {"app": {"id": "a"}, "serviceAccount": {"id": "s"}}}
	lib.anchor == {"id": "s"} with input as {"resources": {"serviceAccount": {"id": "s"}}}
}

test_uses_store if {
	lib.uses_store with input as {"resources": {"secretProviderClass": {"id": "c"}}}
	lib.uses_store with input as {"resources": {"app": {"secretStore": "true"}}}
	not lib.uses_store with input as {"resources": {"serviceAccount": {"mark": {"state": "ok"}}}}
	not lib.uses_store with input as {"resources": {"app": {"secretStore": "absent"}}}
}

test_in_namespace if {
	lib.in_namespace == " in namespace \"shop\"" with input as {"namespace": "shop"}
	lib.in_namespace == "" with input as {"namespace": ""}
}

test_a_key_is_mounted_by_its_first_file if {
	subject := {"mounted": {"a": [1, 0]}, "mountedFiles": [{"name": "x"}, {"name": "y"}]}
	lib.mounted_file("a").name == "y" with input as subject
	not lib.mounted_file("b") with input as subject
}
