package mxlint.lib_test

import data.mxlint.lib

account(role, client) := {
	"provider": "vault",
	"complete": true,
	"groups": {"database": {"begun": true}},
	"mounted": {},
	"resources": {
		"secretProviderClass": {"parameters": {}},
		"serviceAccount": {"role": {"state": role}, "clientID": {"state": client}},
	},
}

with_provider(subject, provider) := object.union(subject, {"provider": provider})

test_no_identity_can_stand_in_for_a_password if {
	lib.password_missing with input as account("absent", "absent")
	not lib.password_missing with input as account("ok", "absent")
	not lib.password_missing with input as account("absent", "ok")
}

test_what_cannot_be_told_may_be_an_identity if {
	not lib.password_missing with input as account("unreadable", "absent")
	not lib.password_missing with input as account("absent", "unknown")
}

# A misspelled annotation is reported by the rule of the provider that needs it.
test_a_slip_counts_where_a_rule_tells_of_it if {
	lib.password_missing with input as account("near", "absent")
	not lib.password_missing with input as with_provider(account("near", "absent"), "aws")
}

test_without_an_account_nothing_is_known if {
	not lib.password_missing with input as object.remove(account("absent", "absent"), ["resources"])
}

test_on_aws_the_role_is_told_alone if {
	lib.role_missing with input as with_provider(account("absent", "absent"), "aws")
	not lib.password_missing with input as with_provider(account("absent", "absent"), "aws")
}

# aws/role-arn does not report a misspelled annotation if Pod Identity mounts.
test_a_slip_beside_pod_identity_is_told_as_lacking if {
	subject := object.union(with_provider(account("near", "absent"), "aws"), {"resources": {"secretProviderClass": {"parameters": {"usePodIdentity": {"value": "true", "unknown": false}}}}})
	lib.password_missing with input as subject
	lib.lacks({"state": "label"}, "aws") with input as subject
	not lib.lacks({"state": "ok"}, "aws") with input as subject
	not lib.lacks({"state": "unknown"}, "aws") with input as subject
}

test_identity_login if {
	lib.identity_login with input as {"login": {"database": "password", "storage": "azure-identity"}}
	not lib.identity_login with input as {"login": {"database": "rds-iam", "storage": "unknown"}}
}
