package report

import (
	"strings"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

const classFile = `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: orders
  namespace: shop
spec:
  provider: vault
  parameters:
    objects: |
      - objectName: "database-password"   # Kennwort für 注文
	secretPath: "secret/orders-db"
        secretKey: 'pass
          word'
`

const appFile = "kind: MendixApp\npassword: hunter2 # ☕\n"

func span(path string, startLine, startColumn, endLine, endColumn int) manifest.Span {
	return manifest.Span{
		Path:  path,
		Start: manifest.Pos{Line: startLine, Column: startColumn},
		End:   manifest.Pos{Line: endLine, Column: endColumn},
	}
}

// sample returns findings with every feature that a finding can have.
func sample() *lint.Result {
	class := lint.ObjectID{
		APIVersion: "secrets-store.csi.x-k8s.io/v1", Kind: "SecretProviderClass", Namespace: "shop", Name: "orders",
	}
	app := lint.ObjectID{APIVersion: "privatecloud.mendix.com/v1alpha1", Kind: "MendixApp", Name: "orders"}
	return &lint.Result{
		Files: 3, Environments: 1, IgnoredDocuments: 2, SetAside: 4, Checked: true,
		Findings: []lint.Finding{
			{
				Rule: "app/plaintext-secret", Severity: lint.Warning, Span: span("k8s/app.yaml", 2, 11, 2, 18),
				Message: `"password" is a secret in plain text; map "database-password" from the store instead`,
				Object:  app, Environment: "orders", Pointer: "/password", Fingerprint: "f1",
			},
			{
				Rule: "manifest/syntax", Severity: lint.Error, Span: span("k8s/broken & <new>.yaml", 3, 1, 3, 1),
				Message: "did not find expected key: the API server refuses the document", Fingerprint: "f2",
			},
			{
				Rule: "link/class-annotation", Severity: lint.Error, Span: span("k8s/class.yaml", 4, 9, 4, 15),
				Message: `no annotation "privatecloud.mendix.com/environment-class"`,
				Object:  class, Environment: "shop/orders", Pointer: "/metadata/name", Fingerprint: "f3",
				Related: []lint.Note{
					{Span: span("k8s/app.yaml", 1, 1, 1, 16), Message: `the MendixApp "orders"`},
					{Span: span("k8s/class.yaml", 2, 7, 2, 26), Message: "the class"},
				},
				Fix: &lint.Fix{Title: "add the annotation", Unsafe: true, Edits: []manifest.Edit{
					{Span: span("k8s/class.yaml", 5, 18, 5, 18), NewText: "\n  annotations: {}"},
					{Span: span("k8s/app.yaml", 1, 1, 1, 1), NewText: "---\n"},
				}},
			},
			{
				Rule: "vault/kv2-data-path", Severity: lint.Error, Span: span("k8s/class.yaml", 11, 14, 11, 32),
				Message: `secretPath "secret/orders-db" lacks "data/" after the mount "secret": kv-v2 answers 403`,
				Object:  class, Environment: "shop/orders", Pointer: "/spec/parameters/objects!/0/secretPath", Fingerprint: "f4",
				Fix: &lint.Fix{Title: `insert "data/"`, Edits: []manifest.Edit{
					{Span: span("k8s/class.yaml", 11, 22, 11, 22), NewText: "data/"},
				}},
			},
			{
				Rule: "vault/kv2-data-path", Severity: lint.Info, Span: span("k8s/class.yaml", 12, 20, 13, 16),
				Message: `mount "secret" is unknown; expected <{placeholder}> or 100 %`,
				Object:  class, Environment: "shop/orders", Pointer: "/spec/parameters/objects!/0/secretKey", Fingerprint: "f5",
			},
			{
				Rule: "manifest/syntax", Severity: lint.Error, Span: span("k8s/class.yaml", 13, 1, 13, 2),
				Message: "kept quiet", Fingerprint: "f6", Suppressed: &lint.Suppression{Kind: lint.ByComment, Reason: "known since 1.2"},
			},
			{
				Rule: "manifest/syntax", Severity: lint.Warning, Span: span("k8s/class.yaml", 13, 3, 13, 4),
				Message: "known of old", Fingerprint: "f7", Suppressed: &lint.Suppression{Kind: lint.ByBaseline},
			},
		},
	}
}

func sampleContext() *Context {
	files := map[string]string{"k8s/app.yaml": appFile, "k8s/class.yaml": classFile}
	return &Context{
		Version: "1.2.3",
		Catalog: lint.NewCatalog([]*lint.Rule{
			{
				ID: "vault/kv2-data-path", Title: "a kv-v2 path lacks data/", Description: "The provider reads\nwhat is not there.",
				Severity: lint.Error, Since: "0.1.0", Providers: []string{"vault"}, Fixable: true,
				Sources: []string{"Vault, KV v2 API", "https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2"},
				Page:    "## Why\n\nkv-v2 keeps values under `data/`.\n",
			},
			{ID: "manifest/syntax", Title: "no valid YAML", Description: "The document cannot be read.", Severity: lint.Error, Page: "## Why\n"},
			{ID: "app/plaintext-secret", Title: "a secret in git", Description: "A secret is in the manifest.", Severity: lint.Warning, Page: "## Why\n"},
			{ID: "link/class-annotation", Title: "no annotation", Description: "The class is nobody's.", Severity: lint.Error, Page: "## Why\n"},
			{ID: "version/operator-unknown", Title: "no version", Severity: lint.Info, Providers: []string{"vault", "aws", "azure"}},
		}),
		Source: func(path string) ([]string, bool) {
			text, known := files[path]
			return strings.Split(text, "\n"), known
		},
		Mask: func(_ string, _ int, text string) string { return strings.ReplaceAll(text, "hunter2", "***") },
	}
}

// hostile returns findings whose texts break one format or another.
func hostile() *lint.Result {
	const evil = "a\nb\r::error::x%0A\x1b[31m]]>\"'<&>,:|`$x$\u202e\xff\x00"
	return &lint.Result{Findings: []lint.Finding{{
		Rule: "manifest/syntax", Severity: lint.Error, Message: evil, Span: span("dir/"+evil+".yaml", 1, 1, 1, 5),
		Object: lint.ObjectID{Kind: evil, Namespace: evil, Name: evil}, Environment: evil, Pointer: evil, Fingerprint: "f",
		Related: []lint.Note{{Span: span(evil, 0, 0, 0, 0), Message: evil}},
		Fix:     &lint.Fix{Title: evil, Edits: []manifest.Edit{{Span: span(evil, 1, 1, 1, 1), NewText: evil}}},
	}}}
}
