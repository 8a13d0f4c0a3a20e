package mxlint.lib.missing_test

import data.mxlint.lib.missing

groups(database, storage) := {"database": database, "storage": storage}

begun(keys) := {"begun": true, "missing": keys}

absent(mark) := {"state": "absent", "key": mark}

environment(storage, files, half) := {
	"provider": "vault", "mode": "standalone", "complete": true, "storage": storage,
	"mounted": {file: [index] | some index, file in files},
	"groups": half, "links": [],
	"resources": {
		"secretProviderClass": {"parameters": {}, "objectsAt": {"doc": "class.yaml#0", "path": "/spec/parameters/objects", "part": "key"}},
		"serviceAccount": {"role": absent("eks.amazonaws.com/role-arn"), "clientID": absent("azure.workload.identity/client-id")},
	},
}

lacking(reported) := {rule: entry.keys | some rule, found in reported; some entry in found}

test_database_keys if {
	subject := environment("s3", ["storage-endpoint", "storage-bucket-name", "storage-access-key-id", "storage-secret-access-key"], groups(begun(["database-host"]), begun([])))
	reported := missing.entries with input as subject
	lacking(reported) == {"keys/required": ["database-host"], "keys/database-password": ["database-password"]}
}

test_pod_identity_may_be_the_login if {
	subject := object.union(environment("s3", ["storage-endpoint", "storage-bucket-name"], groups(begun([]), begun([]))), {
		"provider": "aws",
		"resources": {"secretProviderClass": {"parameters": {"usePodIdentity": {"key": "usePodIdentity", "value": "true", "unknown": false}}}},
	})
	reported := missing.entries with input as subject
	every rule in ["keys/database-password", "keys/s3-credentials"] {
		every entry in reported[rule] {
			entry.severity == "info"
			entry.fix_keys == []
		}
	}
	lacking(reported) == {"keys/database-password": ["database-password"], "keys/s3-credentials": ["storage-access-key-id", "storage-secret-access-key"]}
}

test_an_association_is_one_of_aws if {
	switched := {"resources": {"secretProviderClass": {"parameters": {"usePodIdentity": {"key": "usePodIdentity", "value": "true", "unknown": false}}}}}
	subject := object.union(environment("", [], groups(begun([]), begun([]))), switched)
	reported := missing.entries with input as object.union(subject, {"provider": "azure"})
	some entry in reported["keys/database-password"]
	endswith(entry.message, ": the app cannot log in to its database, unless its Pod Identity may")
}

test_half_of_an_s3_login if {
	subject := environment("s3", ["database-password", "storage-endpoint", "storage-access-key-id"], groups(begun([]), begun([])))
	reported := missing.entries with input as subject
	lacking(reported) == {"keys/s3-required": ["storage-bucket-name"], "keys/s3-credentials": ["storage-secret-access-key"]}
}

test_identity_completes_an_azure_login if {
	managed := ["database-password", "storage-azure-container", "storage-azure-blob-endpoint", "storage-azure-use-default-azure-credential"]
	reported := missing.entries with input as environment("azure", managed, groups(begun([]), begun([])))
	lacking(reported) == {}
	half := missing.entries with input as environment("azure", array.slice(managed, 0, 3), groups(begun([]), begun([])))
	lacking(half) == {"keys/azure-required": ["storage-azure-use-default-azure-credential"]}
}

test_nothing_is_missing_from_a_list_that_is_not_known if {
	subject := object.union(environment("s3", [], groups(begun(["database-host"]), begun([]))), {"complete": false})
	reported := missing.entries with input as subject
	lacking(reported) == {}
}

unbegun(keys) := {"begun": false, "missing": keys}

database := ["database-type", "database-host"]

severities(reported) := {entry.subject: entry.severity | some entry in reported["keys/required"]}

with_plans(subject, database_plan, storage_plan) := object.union(subject, {"resources": {"app": {
	"databasePlan": {"state": database_plan},
	"storagePlan": {"state": storage_plan},
}}})

test_a_group_that_is_not_begun_may_come_from_a_plan if {
	subject := environment("", [], groups(unbegun(database), unbegun(["storage-service-name"])))
	none := missing.entries with input as with_plans(subject, "absent", "absent")
	severities(none) == {"database": "error", "storage": "error"}
	named := missing.entries with input as with_plans(subject, "named", "unknown")
	lacking(named) == {}
	connected := missing.entries with input as object.union(subject, {"mode": "connected"})
	severities(connected) == {"database": "warning", "storage": "warning"}
	unread := missing.entries with input as object.union(subject, {"mode": "connected", "links": [{"kind": "MendixApp", "state": "unreadable"}]})
	lacking(unread) == {}
}

test_storage_of_neither_kind_names_both if {
	subject := environment("", ["storage-service-name"], groups(unbegun(database), begun([])))
	reported := missing.entries with input as with_plans(subject, "named", "absent")
	some entry in reported["keys/required"]
	entry.subject == "storage"
	entry.fix_keys == []
	contains(entry.message, "lack those of S3 (storage-endpoint, storage-bucket-name) or of Azure (storage-azure-*)")
}

test_mixed_storage_lacks_nothing if {
	subject := environment("mixed", ["database-password"], groups(begun([]), begun(["storage-service-name"])))
	reported := missing.entries with input as subject
	lacking(reported) == {}
}

# A database that the fix begins needs a login as well.
test_the_password_is_added_with_the_first_keys if {
	missing.with_password(unbegun(database)) == ["database-password"] with input as environment("", [], groups(unbegun(database), begun([])))
	missing.with_password(begun(database)) == [] with input as environment("", [], groups(begun(database), begun([])))
}

test_json_that_stays_one_file_is_told_in_place_of_keys if {
	whole := {"name": "shop_orders", "key": "", "object": 0}
	subject := object.union(environment("", [], groups(unbegun(database), unbegun(["storage-service-name"]))), {
		"provider": "aws",
		"mountedFiles": [whole, {"name": "a", "key": "database-host", "object": 1}, {"name": "b", "key": "", "object": 2, "parent": true}],
	})
	missing.not_extracted_files == [whole] with input as with_plans(subject, "absent", "named")
	missing.findings("keys/required") == set() with input as with_plans(subject, "absent", "named")
	not missing.not_extracted with input as with_plans(subject, "named", "named")
}

test_only_what_can_be_added_in_full_is_mended if {
	entry := {"subject": "", "severity": "error", "keys": ["database-host"], "message": "m"}
	subject := environment("", [], groups(begun([]), begun([])))
	not missing.finding(entry).fix with input as object.union(subject, {"mountedFiles": []})
	begun_one := object.union(subject, {
		"mountedFiles": [{"name": "database-type", "key": "database-type", "object": 0}],
		"objects": [{"fields": {"secretPath": {"value": "secret/data/shop", "unknown": false}}}],
	})
	fixed := missing.finding(entry) with input as begun_one
	fixed.fix.title == "add \"database-host\""
	fixed.fix.unsafe
	not missing.finding(object.union(entry, {"fix_keys": []})).fix with input as begun_one
}
