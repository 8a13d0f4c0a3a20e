package scaffold

// aws reads all keys from one secret, as in the documentation. JMESPath accepts
// a key with a hyphen only in double quotes, which the single quotes protect
// from YAML.
func (p *page) aws(o Options) {
	if o.Region != "" {
		p.line("    region: %s", quoted(o.Region))
	}
	p.objectsNote(o)
	p.line("    # path is the key in the secret, objectAlias the file that the app reads.")
	p.line("    objects: |")
	p.line("      - objectName: %s", orPlaceholder(o.SecretName, "aws-secret-name"))
	p.line("        objectType: \"secretsmanager\"")
	p.line("        jmesPath:")
	for _, secret := range o.secrets() {
		for _, key := range secret.keys {
			p.line("          - path: '\"%s\"'", key)
			p.line("            objectAlias: %s", quoted(key))
		}
	}
}
