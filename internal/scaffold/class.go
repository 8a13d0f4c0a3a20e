package scaffold

func secretProviderClass(o Options) string {
	p := new(page)
	p.header(o, "secrets-store.csi.x-k8s.io/v1", "SecretProviderClass")
	p.line("  annotations:")
	p.line("    privatecloud.mendix.com/environment-class: \"true\"")
	p.line("spec:")
	p.line("  provider: %s", o.Provider)
	p.line("  parameters:")
	switch o.Provider {
	case Vault:
		p.vault(o)
	case AWS:
		p.aws(o)
	case Azure:
		p.azure(o)
	}
	return p.text.String()
}

// objectsNote writes the comment above the objects of every provider.
func (p *page) objectsNote(o Options) {
	p.line("    # Every key has to be in the store: one that is not keeps the app from starting.")
	if o.Auth != Password {
		p.line("    # There are no passwords and access keys: with them, the identity would not be used.")
	}
}
