package scaffold

// aws reads all keys from one secret, as the documentation has it. A key with
// a hyphen is only a name to JMESPath inside double quotes, which the single
// ones keep from YAML.
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
