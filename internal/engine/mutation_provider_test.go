package engine_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/policies"
)

// reads is what one provider reads, according to the table of providers.
type reads struct {
	Parameters, Fields []readRow
}

type readRow struct {
	Name     string
	Required bool
	Wanted   bool
	Form     string
	Values   []string
	AnyCase  bool `yaml:"anyCase"`
	Lenient  bool
	Also     []string
	Instead  []string
	Fields   []readRow
}

func providerTables(t *testing.T) map[string]reads {
	t.Helper()
	data, err := policies.FS.ReadFile("data/providers.yaml")
	require.NoError(t, err)
	tables := map[string]reads{}
	require.NoError(t, yaml.Unmarshal(data, &tables))
	return tables
}

// wrongValues are values that a form rejects.
var wrongValues = map[string][]string{
	"boolean": {`"yes"`, `"on"`, `"ja"`},
	"flag":    {`"yes"`, `""`, `"on"`},
	"url":     {`"127.0.0.1:8200"`},
	"region":  {`"eu west 1"`, `"eu_west"`},

	"translation": {`"__"`, `"no"`},
}

// TestParameters covers each parameter of the tables: missing, empty, misspelled,
// misplaced and malformed.
func TestParameters(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	known := providerTables(t)
	for _, w := range worlds() {
		if w.storage != "s3" {
			continue
		}
		rows := known[w.provider].Parameters
		for i := range rows {
			present(b, t, w, &rows[i], rows)
			absent(b, t, w, &rows[i])
		}
		for _, name := range []string{"foo", "secretStoreName"} {
			b.add(t, w, one("also "+name, "provider/unknown-parameter", "warning", func(w *world) { w.parameter(mark+name, "bar") }))
		}
		modes(b, t, w)
		none(b, t, w)
	}
	b.check(t)
}

// none removes all parameters, or what contains them.
func none(b *bench, t *testing.T, w world) {
	for _, empty := range []string{"", "  " + mark + "parameters:\n", "  " + mark + "parameters: {}\n", "  " + mark + "parameters: null\n"} {
		b.add(t, w, one("without parameters; "+empty, "provider/parameter", "error", func(w *world) {
			w.class, _, _ = strings.Cut(w.class, "  parameters:\n")
			w.class += empty
			if empty == "" {
				w.change("SecretProviderClass", "spec:", mark+"spec:")
			}
		}))
	}
	outdented := one("parameters all one level too far left", "manifest/unknown-field", "error", func(w *world) {
		before, after, _ := strings.Cut(w.class, "  parameters:\n")
		w.class = before + "  parameters:\n  " + mark + strings.TrimPrefix(strings.ReplaceAll(after, "\n    ", "\n  "), "    ")
	})
	outdented.plain = true
	b.add(t, w, outdented)
	for _, name := range append(misspellings("parameters"), "params", "param") {
		b.add(t, w, one("parameters as "+name, "manifest/unknown-field", "error", func(w *world) {
			w.change("SecretProviderClass", "  parameters:", "  "+mark+name+":")
		}))
	}
}

// parameter adds a parameter before `objects`.
func (w *world) parameter(name, value string) {
	w.class = strings.Replace(w.class, "    objects: ", "    "+name+": "+value+"\n    objects: ", 1)
}

// present changes a parameter that the clean class has.
func present(b *bench, t *testing.T, w world, row *readRow, rows []readRow) {
	line := ""
	for l := range strings.Lines(w.class) {
		if strings.HasPrefix(l, "    "+row.Name+": ") {
			line = l
		}
	}
	if line == "" {
		return
	}
	rule, severity := "provider/unknown-parameter", "error"
	if !row.Required && row.Name != "clientID" {
		severity = "warning"
	}
	names := misspellings(row.Name)
	if row.Required {
		names = append(names, row.Instead...)
	}
	for _, name := range names {
		if slices.Contains(row.Also, name) || slices.ContainsFunc(rows, func(r readRow) bool { return r.Name == name }) {
			continue
		}
		b.add(t, w, one(row.Name+" as "+name, rule, severity, func(w *world) {
			w.change("SecretProviderClass", "    "+row.Name+":", "    "+mark+name+":")
		}))
	}
	b.add(t, w, one(row.Name+" beside parameters", "manifest/unknown-field", "error", func(w *world) {
		w.class = strings.Replace(w.class, line, "", 1) + strings.Replace(line, "    ", "  "+mark, 1)
	}))
	drop := func(w *world) {
		w.class = strings.Replace(w.class, line, "", 1)
		w.change("SecretProviderClass", "  parameters:", "  "+mark+"parameters:")
	}
	empty := func(w *world) {
		w.class = strings.Replace(w.class, line, "    "+row.Name+": "+mark+"\"\"\n", 1)
	}
	switch {
	case row.Required:
		b.add(t, w, one("without "+row.Name, "provider/parameter", "error", drop))
		b.add(t, w, one("empty "+row.Name, "provider/parameter", "error", empty))
	case row.Name == "clientID":
		b.add(t, w, one("without "+row.Name, "azure/client-id", "error", drop))
		b.add(t, w, one("empty "+row.Name, "azure/client-id", "error", empty))
	default:
		b.add(t, w, mutation{name: "without " + row.Name, apply: func(w *world) { drop(w); w.class = strings.Replace(w.class, mark, "", 1) }})
	}
}

// absent adds a parameter that the clean class does not have, or replaces it.
func absent(b *bench, t *testing.T, w world, row *readRow) {
	if row.Name == "objects" {
		return
	}
	put := func(w *world, value string) {
		if strings.Contains(w.class, "    "+row.Name+": ") {
			before, rest, _ := strings.Cut(w.class, "    "+row.Name+": ")
			_, after, _ := strings.Cut(rest, "\n")
			w.class = before + after
		}
		w.parameter(row.Name, value)
	}
	for _, value := range append(wrongValues[row.Form], slices.Repeat([]string{"nonsense"}, min(len(row.Values), 1))...) {
		severity := "error"
		if row.Lenient || row.Name == "failoverRegion" { // the first region answers
			severity = "warning"
		}
		b.add(t, w, one(row.Name+" is "+value, "provider/parameter", severity, func(w *world) { put(w, mark+value) }))
	}
	for _, bare := range []string{"false", "no", "12", "0x1F", "[a, b]"} {
		m := one(row.Name+" is unquoted "+bare, "manifest/non-string-value", "error", func(w *world) { put(w, mark+bare) })
		m.plain = true
		if row.Name != "pathTranslation" || bare == "12" { // without it, a slash in the object name is one more finding
			b.add(t, w, m)
		}
	}
	for _, unknown := range []string{"${VALUE}", "'{{ .Values.it }}'", "$(IT)"} {
		m := mutation{name: row.Name + " is a template", apply: func(w *world) { put(w, unknown) }, plain: true}
		b.add(t, w, m)
	}
	b.add(t, w, one(row.Name+" never filled in", "manifest/placeholder", "error", func(w *world) { put(w, mark+"<{fill-in}>") }))
}

// modes covers combinations of parameters that exclude one another.
func modes(b *bench, t *testing.T, w world) {
	switch w.provider {
	case "vault":
		b.add(t, w, one("two auth mounts", "vault/auth-mount", "error", func(w *world) {
			w.parameter("vaultAuthMountPath", "kubernetes")
			w.parameter("vaultKubernetesMountPath", mark+"kubernetes")
		}))
		b.add(t, w, one("auth/ before the mount", "vault/auth-mount", "warning", func(w *world) {
			w.parameter("vaultAuthMountPath", mark+"auth/kubernetes")
		}))
		for _, value := range []string{`"true"`, `"1"`, `"T"`} {
			b.add(t, w, one("no TLS check", "vault/insecure-transport", "warning", func(w *world) {
				w.change("SecretProviderClass", `vaultSkipTLSVerify: "false"`, "vaultSkipTLSVerify: "+mark+value)
			}))
		}
		b.add(t, w, one("http abroad", "vault/insecure-transport", "warning", func(w *world) {
			w.change("SecretProviderClass", "https://vault.example.com:8200", mark+"http://vault.example.com:8200")
		}))
		b.add(t, w, one("http within", "vault/insecure-transport", "info", func(w *world) {
			w.change("SecretProviderClass", "https://vault.example.com:8200", mark+"http://vault.vault.svc:8200")
		}))
	case "aws":
		b.add(t, w, one("failover to itself", "provider/parameter", "error", func(w *world) {
			w.parameter("failoverRegion", mark+"eu-west-1")
		}))
	case "azure":
		b.add(t, w, one("no GUID", "azure/client-id", "warning", func(w *world) {
			w.change("SecretProviderClass", "clientID: 11111111-2222-4333-8444-555555555555", "clientID: "+mark+"shop-identity")
			w.change("ServiceAccount", "11111111-2222-4333-8444-555555555555", "shop-identity")
		}))
		b.add(t, w, one("another client id", "azure/client-id-mismatch", "warning", func(w *world) {
			w.change("ServiceAccount", "11111111-2222", mark+"11111111-3333")
		}))
		b.add(t, w, one("two modes", "azure/identity-mode", "error", func(w *world) {
			w.parameter("usePodIdentity", `"true"`)
			w.parameter("useVMManagedIdentity", mark+`"true"`)
		}))
		for _, mode := range []string{"usePodIdentity", "useVMManagedIdentity"} {
			b.add(t, w, one(mode, "azure/identity-mode", "warning", func(w *world) { w.parameter(mode, mark+`"true"`) }))
		}
		for _, value := range []string{"contoso.onmicrosoft.com", `"9999_9999"`, `"9999 9999"`} {
			severity := "error"
			if strings.Contains(value, ".") {
				severity = "warning"
			}
			b.add(t, w, one("tenant "+value, "azure/tenant-id", severity, func(w *world) {
				w.change("SecretProviderClass", "tenantID: 99999999-2222-4333-8444-555555555555", "tenantID: "+mark+value)
			}))
		}
		b.add(t, w, one("tenantId", "azure/tenant-id", "info", func(w *world) {
			w.change("SecretProviderClass", "tenantID: ", mark+"tenantId: ")
		}))
		for _, name := range []string{"https://kv-shop.vault.azure.net", "kv", "1shop", "shop-", "sh--op", "shop_kv", "averyveryverylongvaultname"} {
			b.add(t, w, one("vault "+name, "azure/keyvault-name", "error", func(w *world) {
				w.change("SecretProviderClass", "kv-shop", mark+name)
			}))
		}
	}
}
