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

lacking(told) := {rule: entry.keys | some rule, found in told; some entry in found}

test_database_keys if {
	subject := environment("s3", ["storage-endpoint", "storage-bucket-name", "storage-access-key-id", "storage-secret-access-key"], groups(begun(["database-host"]), begun([])))
	told := missing.entries with input as subject
	lacking(told) == {"keys/required": ["database-host"], "keys/database-password": ["database-password"]}
}

test_pod_identity_may_be_the_login if {
	subject := object.union(environment("s3", ["storage-endpoint", "storage-bucket-name"], groups(begun([]), begun([]))), {
		"provider": "aws",
		"resources": {"secretProviderClass": {"parameters": {"usePodIdentity": {"key": "usePodIdentity", "value": "true", "unknown": false}}}},
	})
	told := missing.entries with input as subject
	every rule in ["keys/database-password", "keys/s3-credentials"] {
		every entry in told[rule] {
			entry.severity == "info"
			entry.mend == []
		}
	}
	lacking(told) == {"keys/database-password": ["database-password"], "keys/s3-credentials": ["storage-access-key-id", "storage-secret-access-key"]}
}

test_half_of_an_s3_login if {
	subject := environment("s3", ["database-password", "storage-endpoint", "storage-access-key-id"], groups(begun([]), begun([])))
	told := missing.entries with input as subject
	lacking(told) == {"keys/s3-required": ["storage-bucket-name"], "keys/s3-credentials": ["storage-secret-access-key"]}
}

test_identity_completes_an_azure_login if {
	managed := ["database-password", "storage-azure-container", "storage-azure-blob-endpoint", "storage-azure-use-default-azure-credential"]
	told := missing.entries with input as environment("azure", managed, groups(begun([]), begun([])))
	lacking(told) == {}
	half := missing.entries with input as environment("azure", array.slice(managed, 0, 3), groups(begun([]), begun([])))
	lacking(half) == {"keys/azure-required": ["storage-azure-use-default-azure-credential"]}
}

test_nothing_is_missing_from_a_list_that_is_not_known if {
	subject := object.union(environment("s3", [], groups(begun(["database-host"]), begun([]))), {"complete": false})
	told := missing.entries with input as subject
	lacking(told) == {}
}
