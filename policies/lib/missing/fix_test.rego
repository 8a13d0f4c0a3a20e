package mxlint.lib.missing_test

import data.mxlint.lib.missing

test_a_vault_entry_is_written_like_its_sibling if {
	subject := vault({"objectName": "database-host", "secretKey": "host", "secretPath": "secret/data/shop"})
	added := missing.add("database-name") with input as subject
	fields(added) == {"objectName": "database-name", "secretKey": "database-name", "secretPath": "secret/data/shop"}
}

test_a_path_for_each_key_is_written_so if {
	subject := vault({"objectName": "database-host", "secretKey": "value", "secretPath": "secret/data/shop/database-host"})
	added := missing.add("database-name") with input as subject
	fields(added) == {"objectName": "database-name", "secretKey": "value", "secretPath": "secret/data/shop/database-name"}
}

test_the_key_of_the_store_follows_the_name if {
	subject := vault({"objectName": "database-host", "secretKey": "shop_database_host", "secretPath": "secret/data/shop"})
	added := missing.add("database-name") with input as subject
	fields(added).secretKey == "shop_database_name"
}

test_an_unknown_path_is_not_copied if {
	subject := vault({"objectName": "database-host", "secretKey": "host", "secretPath": "{{ path }}"})
	hidden := object.union(subject, {"objects": [{"fields": {"secretPath": {"value": "{{ path }}", "unknown": true}}}]})
	not missing.add("database-name") with input as hidden
}

test_a_path_that_reads_nothing_is_not_copied if {
	empty := vault({"objectName": "database-host", "secretKey": "host", "secretPath": ""})
	not missing.add("database-name") with input as empty
	subject := vault({"objectName": "database-host", "secretKey": "host", "secretPath": "secret/data"})
	short := object.union(subject, {"objects": [object.union(subject.objects[0], {"vault": {"faults": ["empty-data"]}})]})
	not missing.add("database-name") with input as short
}

test_an_aws_entry_is_named_like_its_sibling if {
	bare := missing.add("database-name") with input as aws({"objectName": "database-host"})
	fields(bare) == {"objectName": "database-name"}
	aliased := missing.add("database-name") with input as aws({"objectName": "shop/database_host", "objectType": "secretsmanager", "objectAlias": "database-host"})
	fields(aliased) == {"objectName": "shop/database_name", "objectType": "secretsmanager", "objectAlias": "database-name"}
	not missing.add("database-name") with input as aws({"objectName": "shop/host", "objectAlias": "database-host"})
}

test_a_misspelt_alias_is_not_copied if {
	added := missing.add("database-name") with input as aws({"objectName": "shop/database-host", "objectAlias": "databse-host"})
	fields(added).objectAlias == "database-name"
}

test_a_key_is_read_from_the_json_like_its_sibling if {
	quoted := missing.add("database-name") with input as aws_json("\"database-host\"")
	fields(quoted) == {"path": "\"database-name\"", "objectAlias": "database-name"}
	bare := missing.add("database-name") with input as aws_json("database_host")
	fields(bare).path == "database_name"
	bare.at.path == "/spec/parameters/objects!/0/jmesPath"
}

test_an_azure_entry_has_an_alias_where_the_name_differs if {
	missing.add("mx-const-A.B") with input as azure("mx-const-C-D", "mx-const-C.D")
	added := missing.add("database-name") with input as azure("shop-database-host", "database-host")
	added.value == "objectName: shop-database-name\nobjectType: secret\nobjectAlias: database-name\n"
}

test_like_names_another_key if {
	missing.like("shop/database-host", "database-host", "database-name") == "shop/database-name"
	missing.like("shop/database_host", "database-host", "database-name") == "shop/database_name"
	missing.like("shop", "database-host", "database-name") == "shop"
	missing.like_or("shop", "database-host", "database-name") == "database-name"
}

fields(added) := {entry.key: entry.value | some entry in added.entries}

vault(written) := {
	"provider": "vault",
	"mountedFiles": [{"name": "database-host", "key": "database-host", "object": 0, "parent": false}],
	"objects": [{"fields": {name: {"value": value, "unknown": false} | some name, value in written}}],
	"resources": {"secretProviderClass": {"objectsAt": {"doc": "class.yaml#0", "path": "/spec/parameters/objects", "part": "key"}}},
}

azure(name, alias) := object.union(vault({"objectName": name, "objectType": "secret", "objectAlias": alias}), {
	"provider": "azure",
	"mountedFiles": [{"name": alias, "key": alias, "object": 0, "parent": false}],
})

aws(written) := object.union(vault(written), {"provider": "aws"})

aws_json(path) := object.union(vault({"objectName": "shop/orders"}), {
	"provider": "aws",
	"mountedFiles": [{"name": "database-host", "key": "database-host", "object": 0, "parent": false, "jmes": {"path": path}}],
	"objects": [{"fields": {}, "at": {"doc": "class.yaml#0", "path": "/spec/parameters/objects!/0", "part": "value"}}],
})
