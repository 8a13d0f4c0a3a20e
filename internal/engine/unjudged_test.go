package engine_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An ignore is not unused where the rule could not tell whether it is needed.
func TestUnusedIgnores(t *testing.T) {
	t.Parallel()
	const entry = "      - objectName: mx-admin-password\n        secretKey: x\n        secretPath: secret/data/x  # mxlint:ignore vault/kv2-data-path -- r\n"
	plain := classOf("vault", entry)
	bare := classOf("vault", strings.ReplaceAll(entry, "  # mxlint:ignore vault/kv2-data-path -- r", ""))
	annotated := strings.Replace(bare,
		"  annotations:\n", "  annotations:\n    mxlint.io/ignore: \"vault/kv2-data-path: r\"\n", 1)
	forFile := "# mxlint:ignore-file vault/kv2-data-path -- r\n" + bare
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"a comment":                            {plain, 1},
		"an annotation":                        {annotated, 1},
		"a file comment":                       {forFile, 1},
		"a value that is a template":           {strings.Replace(plain, "secret/data/x", "${path}", 1), 0},
		"another value that is a template":     {strings.Replace(plain, "secretKey: x", "secretKey: ${key}", 1), 1},
		"a comment, and structure templated":   {plain + "      {{ if x }}\n", 0},
		"annotation and structure templated":   {annotated + "      {{ if x }}\n", 0},
		"file comment and structure templated": {forFile + "      {{ if x }}\n", 0},
		"a comment, and a file's name hidden":  {plain + "      - objectName: ${name}\n        secretKey: y\n        secretPath: secret/data/y\n", 0},
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
