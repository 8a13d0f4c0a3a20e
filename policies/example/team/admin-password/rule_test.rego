package custom.rules.team["admin-password_test"]

import data.custom.rules.team["admin-password"] as rule

objects_at := {"doc": "class.yaml#0", "path": "/spec/parameters/objects", "part": "key"}

# environment is the part of an input that the rule, and the library it uses, need.
environment(files) := {
	"provider": "vault",
	"complete": true,
	"resources": {"secretProviderClass": {"objectsAt": objects_at}},
	"links": [],
	"mountedFiles": [{"key": file, "match": "exact", "object": i} | some i, file in files],
	"mounted": {file: [i] | some i, file in files},
	"objects": [{"fields": {"secretPath": {"value": "secret/data/orders", "unknown": false}}} | some _ in files],
}

test_missing_is_reported_at_the_list if {
	some finding in rule.report with input as environment(["database-type"])
	finding.at == objects_at
	finding.fix.unsafe
}

test_mounted_is_silent if {
	count(rule.report) == 0 with input as environment(["database-type", "mx-admin-password"])
}

test_hidden_names_are_silent if {
	hidden := {"complete": false, "mountedFiles": [{"key": "", "match": "hidden", "object": 0}]}
	count(rule.report) == 0 with input as object.union(environment(["database-type"]), hidden)
}

test_other_providers_are_silent if {
	count(rule.report) == 0 with input as object.union(environment([]), {"provider": "aws"})
}
