package engine_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is missing may be in a document that cannot be read, even one that does not show
// its kind.
func TestBrokenAccountIsNotMissing(t *testing.T) {
	t.Parallel()
	class := faulty
	broken := "apiVersion: v1\nkjnd: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop: x\n"
	for name, files := range map[string]map[string]string{
		"in the file":   {"a.yaml": class + "---\n" + broken},
		"in the folder": {"a.yaml": class, "b.yaml": broken},
	} {
		folder := t.TempDir()
		for file, text := range files {
			require.NoError(t, os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644))
		}
		rules := make(map[string]int)
		for _, finding := range lintFolder(t, folder, "2.20.0") {
			rules[finding.Rule]++
		}
		assert.Equal(t, 1, rules["manifest/syntax"], name)
		assert.Zero(t, rules["link/service-account-missing"], name)
	}
}
