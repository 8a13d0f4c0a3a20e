# Logins.
# What the app has to log in with.
package mxlint.lib

# password_missing: no password is mounted, and no identity can stand in for it.
password_missing if {
	input.complete
	input.groups.database.begun
	not input.mounted["database-password"]
	no_identity
}

# identity_login tells whether the app logs in with a managed identity.
identity_login if input.login.database == "azure-identity"

identity_login if input.login.storage == "azure-identity"

# no_identity tells whether the app has nothing to log in with but a password.
no_identity if {
	account := input.resources.serviceAccount
	lacks(account.role, "aws")
	lacks(account.clientID, "azure")
	not role_missing
}

# role_missing: on aws nothing is mounted without the role. That is told as
# such, and the role is what the logins without password need as well.
role_missing if {
	input.provider == "aws"
	input.resources.serviceAccount.role.state == "absent"
	not pod_identity
}

# lacks tells whether an identity annotation is missing. What is written in its
# place counts only where a rule of the provider tells of it.
lacks(mark, _) if mark.state == "absent"

lacks(mark, teller) if {
	mark.state in {"near", "label", "wrong"}
	input.provider != teller
}

# With Pod Identity the mount needs no role, so aws/role-arn says nothing of a slip.
lacks(mark, "aws") if {
	mark.state in {"near", "label"}
	pod_identity
}
