package scaffold

import "strings"

func (p *page) vault(o Options) {
	p.line("    vaultAddress: %s", orPlaceholder(o.Address, "vault-address"))
	p.line("    roleName: %s", orPlaceholder(o.Role, "vault-role"))
	p.objectsNote(o)
	p.line("    # secretKey is the key in Vault, objectName the file that the app reads.")
	p.line("    objects: |")
	for _, secret := range o.secrets() {
		path := quoted(strings.TrimRight(o.SecretPath, "/") + "/" + secret.name)
		for _, key := range secret.keys {
			p.line("      - secretKey: %s", quoted(key))
			p.line("        objectName: %s", quoted(key))
			p.line("        secretPath: %s", path)
		}
	}
}
