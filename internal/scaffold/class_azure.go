package scaffold

func (p *page) azure(o Options) {
	p.line("    keyvaultName: %s", orPlaceholder(o.KeyVault, "key-vault-name"))
	p.line("    clientID: %s", orPlaceholder(o.ClientID, "client-id"))
	p.line("    tenantID: %s", orPlaceholder(o.TenantID, "tenant-id"))
	p.objectsNote(o)
	p.line("    # objectName is the secret in Key Vault, which has no dots; objectAlias is the")
	p.line("    # file that the app reads, where a constant keeps its dot.")
	p.line("    objects: |")
	p.line("      array:")
	for _, secret := range o.secrets() {
		for _, key := range secret.keys {
			p.line("        - |")
			p.line("          objectName: %s", keyVaultName(key))
			p.line("          objectType: secret")
			p.line("          objectAlias: %s", quoted(key))
		}
	}
}
