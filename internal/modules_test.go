package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestModules: go.mod calls direct what is imported, and nothing else, as
// `go mod tidy` does, which needs the network.
func TestModules(t *testing.T) {
	t.Parallel()
	root := os.DirFS("..")
	text, err := fs.ReadFile(root, "go.mod")
	require.NoError(t, err)
	used := make(map[string]bool) // by direct module
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		if len(fields) >= 2 && strings.HasPrefix(fields[1], "v") && !strings.Contains(line, "// indirect") {
			used[fields[0]] = false
		}
	}
	for _, top := range []string{"cmd", "fixtures", "internal", "policies", "rules", "schemas"} {
		require.NoError(t, fs.WalkDir(root, top, func(name string, _ fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ".go" {
				return err
			}
			source, err := fs.ReadFile(root, name)
			require.NoError(t, err)
			file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ImportsOnly)
			require.NoError(t, err)
			for _, spec := range file.Imports {
				imported, err := strconv.Unquote(spec.Path.Value)
				require.NoError(t, err)
				if host, _, _ := strings.Cut(imported, "/"); !strings.Contains(host, ".") || strings.HasPrefix(imported, module) {
					continue
				}
				from := ""
				for direct := range used {
					if (imported == direct || strings.HasPrefix(imported, direct+"/")) && len(direct) > len(from) {
						from = direct
					}
				}
				used[from] = true
				assert.NotEmpty(t, from, "%s imports %s, which go.mod does not list as a direct module", name, imported)
			}
			return nil
		}))
	}
	for direct, is := range used {
		assert.True(t, is, "go.mod lists %s as a direct module, and nothing imports it", direct)
	}
}
