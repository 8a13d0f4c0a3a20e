package link

import (
	"cmp"
	"slices"
	"strings"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/spelling"
)

// otherProviders exist but are not checked.
var otherProviders = [...]string{"gcp", "gke", "akeyless", "conjur", "oci", "spire", "yandex", "infisical", "bitwarden", "huawei", "alibabacloud", "openbao", "mock_provider", "e2e-provider"}

func (m *member) readProvider(c *Class) {
	field := m.at("spec", "provider")
	c.Provider, c.ProviderAt = field.text, m.value(field.path)
	if field.node == nil {
		c.ProviderAt = m.key(m.at("spec").path)
	}
	switch {
	case field.state == unknown || field.node == nil && m.besideSpec("provider"):
		c.ProviderState = ProviderUnknown
	case field.state == absent || strings.TrimSpace(field.text) == "":
		c.ProviderState = ProviderAbsent
	case slices.Contains(provider.Names(), provider.Name(field.text)):
		c.ProviderState = ProviderKnown
	case slices.Contains(otherProviders[:], field.text):
		c.ProviderState = ProviderOther
	default:
		c.ProviderState = ProviderOther
		if nearest := nearestProvider(field.text); nearest != "" {
			c.ProviderState, c.ProviderNearest = ProviderNear, nearest
		}
	}
}

// checkedProvider returns the provider that the class is decoded for: the one that was
// meant, if that differs from what is written.
func (c *Class) checkedProvider() provider.Name {
	return cmp.Or(c.ProviderNearest, provider.Name(c.Provider))
}

// besideSpec reports whether a field of `spec` is next to it or in the metadata, which
// another rule reports.
func (m *member) besideSpec(name string) bool {
	top, _ := m.entries()
	metadata, _ := m.entries("metadata")
	return exactEntry(top, name) != nil || exactEntry(metadata, name) != nil
}

// nearestProvider finds the provider meant by a name in another case, misspelled, or
// with something around it ("azure-keyvault", "hashicorp-vault").
func nearestProvider(written string) provider.Name {
	lower := strings.ToLower(strings.Trim(spelling.Plain(written), around))
	for _, name := range provider.Names() {
		if lower == string(name) {
			return name
		}
		for _, part := range strings.FieldsFunc(lower, func(r rune) bool { return r == '-' || r == '_' || r == ' ' || r == '.' }) {
			if part == string(name) {
				return name
			}
		}
	}
	for _, name := range provider.Names() {
		if len(lower) > 1 && spelling.Distance(lower, string(name)) <= 1 && !slices.Contains(otherProviders[:], lower) {
			return name
		}
	}
	return map[string]provider.Name{"secretsmanager": provider.AWS, "keyvault": provider.Azure, "hashicorp": provider.Vault, "akv": provider.Azure}[lower]
}
