package engine_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An ignore does not count as unused if the rule could not tell whether it is needed.
func TestUnusedIgnores(t *testing.T) {
	t.Parallel()
	const entry = "      - objectName: mx-admin-password\n        secretKey: x\n        secretPath: secret/data/x  # mxlint:ignore vault/kv2-data-path -- r\n"
	plain := classOf("vault", entry)
	bare := classOf("vault", strings.ReplaceAll(entry, "  # mxlint:ignore vault/kv2-data-path -- r", ""))
	annotated := strings.Replace(bare,
		"  annotations:\n", "  annotations:\n    mxlint.io/ignore: \"vault/kv2-data-path: r\"\n", 1)
	forFile := "# mxlint:ignore-file vault/kv2-data-path -- r\n" + bare
	const hidden = "      - objectName: ${name}\n        secretKey: y\n        secretPath: secret/data/y\n"
	const account = "---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders # mxlint:ignore link/orphan -- r\n  namespace: shop\n" +
		"  annotations: {privatecloud.mendix.com/environment-account: \"true\"}\n"
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"a comment":                            {plain, 1},
		"an annotation":                        {annotated, 1},
		"a file comment":                       {forFile, 1},
		"a value that is a template":           {strings.Replace(plain, "secret/data/x", "${path}", 1), 0},
		"another value that is a template":     {strings.Replace(plain, "secretKey: x", "secretKey: ${key}", 1), 1},
		"a template in the reason":             {strings.Replace(plain, "-- r", "-- see <ticket>", 1), 1},
		"an annotation beside a template":      {strings.Replace(annotated, "roleName: orders", "roleName: ${role}", 1), 0},
		"a file comment above a template":      {strings.Replace(forFile, "roleName: orders", "roleName: ${role}", 1), 0},
		"the account of what is hidden":        {plain + hidden + account, 0},
		"the account of what is known":         {bare + account, 1},
		"a comment, and structure templated":   {plain + "      {{ if x }}\n", 0},
		"annotation and structure templated":   {annotated + "      {{ if x }}\n", 0},
		"file comment and structure templated": {forFile + "      {{ if x }}\n", 0},
		"a comment, and a file's name hidden":  {plain + hidden, 0},
		"a comment, and no YAML":               {plain + "      - a: b: c\n", 0},
		"an annotation, and no YAML":           {annotated + "      - a: b: c\n", 0},
		"a document that cannot be read":       {plain + "---\nkind: SecretProviderClass\na: b: c\n", 0},
		"a document of templates":              {plain + "---\nkind: SecretProviderClass\n{{ if x }}\n", 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(folder, "a.yaml"), []byte(c.text), 0o644))
			unused := 0
			for _, finding := range lintFolder(t, folder, "2.20.0") {
				if finding.Rule == "mxlint/unused-ignore" {
					unused++
				}
			}
			assert.Equal(t, c.want, unused, c.text)
		})
	}
}

// Without a version of the Operator, no gate is judged.
func TestUnusedGateIgnore(t *testing.T) {
	t.Parallel()
	text := classOf("vault", "      - objectName: mx-debugger-password  # mxlint:ignore version/operator-debugger-password -- r\n        secretKey: x\n        secretPath: secret/data/x\n")
	for operator, want := range map[string]int{"": 0, "2.20.0": 1, "2.9.0": 0} {
		folder := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(folder, "a.yaml"), []byte(text), 0o644))
		unused := 0
		for _, finding := range lintFolder(t, folder, operator) {
			if finding.Rule == "mxlint/unused-ignore" {
				unused++
			}
		}
		assert.Equal(t, want, unused, operator)
	}
}
