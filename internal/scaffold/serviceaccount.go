package scaffold

func serviceAccount(o Options) string {
	p := new(page)
	p.header(o, "v1", "ServiceAccount")
	p.line("  annotations:")
	p.line("    # The app runs as this account only if it is marked, and named as the app.")
	p.line("    privatecloud.mendix.com/environment-account: \"true\"")
	if o.awsAccount() {
		p.line("    # %s", purpose(o, AWS, "The role that reads the secret"))
		p.line("    eks.amazonaws.com/role-arn: %s", orPlaceholder(o.RoleARN, "role-arn"))
	}
	if o.azureAccount() {
		p.line("    # %s", purpose(o, Azure, "The identity that reads the key vault"))
		p.line("    azure.workload.identity/client-id: %s", orPlaceholder(o.ClientID, "client-id"))
	}
	return p.text.String()
}

// purpose says what an identity is for: to read the store if that is the
// provider's, to replace the passwords, or both.
func purpose(o Options, provider, reads string) string {
	switch {
	case o.Auth == Password:
		return reads + "."
	case o.Provider == provider:
		return reads + ", and logs in to database and storage."
	}
	return "Logs in to database and storage, in place of passwords."
}
