# Logins: what the app can log in with.
package mxlint.lib

# password_missing: no password is mounted, and no identity can replace it.
password_missing if {
	input.complete
	input.groups.database.begun
	not input.mounted["database-password"]
	no_identity
}

# identity_login holds if the app logs in with a managed identity.
identity_login if input.login.database == "azure-identity"

identity_login if input.login.storage == "azure-identity"

# no_identity holds if the app has nothing to log in with but a password.
no_identity if {
	account := input.resources.serviceAccount
	lacks(account.role, "aws")
	lacks(account.clientID, "azure")
	not role_missing
}

# role_missing: on aws nothing is mounted without the role. That is reported by itself,
# and logins without a password need the role as well.
role_missing if {
	input.provider == "aws"
	input.resources.serviceAccount.role.state == "absent"
	not pod_identity
}

# lacks holds if an identity annotation is missing. A misspelled or misplaced one only
# counts as present if a rule of the provider reports it.
lacks(mark, _) if mark.state == "absent"

lacks(mark, reporter) if {
	mark.state in {"near", "label", "wrong"}
	input.provider != reporter
}

# With Pod Identity the mount needs no role, so aws/role-arn does not report a
# misspelled one.
lacks(mark, "aws") if {
	mark.state in {"near", "label"}
	pod_identity
}
