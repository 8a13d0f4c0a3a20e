// Package internal contains no code; its test keeps the layers apart.
package internal

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "example.com/mxlint/"

// layers lists, for each folder with Go code, the folders of the module that it
// may import; "x/..." is x and everything below it.
var layers = map[string][]string{
	"internal/spelling":      {},
	"internal/manifest":      {"internal/spelling"},
	"internal/textdiff":      {},
	"internal/atomicfile":    {"internal/manifest"},
	"internal/lint":          {"internal/manifest", "internal/spelling"},
	"internal/link":          {"internal/manifest", "internal/spelling", "internal/link/..."},
	"internal/link/access":   {"internal/manifest", "internal/spelling"},
	"internal/link/provider": {"internal/manifest", "internal/spelling"},
	"internal/link/secret":   {"internal/manifest", "internal/spelling"},
	"internal/schema":        {"internal/manifest", "internal/spelling"},
	"internal/render":        {"internal/manifest", "internal/spelling"},
	"internal/policy":        {"internal/link", "internal/lint", "internal/manifest", "internal/spelling"},
	"internal/config":        {"internal/atomicfile", "internal/lint", "internal/manifest", "internal/spelling"},
	"internal/rulepage":      {"internal/lint"},
	"internal/report":        {"internal/link", "internal/link/access", "internal/lint", "internal/manifest", "internal/rulepage", "internal/spelling"},
	"internal/scaffold":      {"internal/manifest", "internal/spelling"},
	"internal/corpus":        {},
	"internal/corpus/write":  {"internal/corpus"},
	"internal/engine":        {"internal/atomicfile", "internal/config", "internal/link/...", "internal/lint", "internal/manifest", "internal/policy", "internal/render", "internal/rulepage", "internal/schema", "internal/spelling", "internal/textdiff"},
	"cmd/mxlint":             {"internal/...", "rules", "policies", "schemas"},
	"rules":                  {},
	"policies":               {},
	"schemas":                {},
}

// keepers lists the only folders that may import packages from elsewhere, by
// the beginning of their path.
var keepers = map[string][]string{
	"sigs.k8s.io/kustomize/api":             {"internal/render"},
	"sigs.k8s.io/kustomize/kyaml/filesys":   {"internal/render"},
	"sigs.k8s.io/kustomize/kyaml/yaml":      {"internal/manifest", "internal/link", "internal/link/provider", "internal/link/secret", "internal/schema", "internal/render", "internal/config", "internal/policy"},
	"sigs.k8s.io/yaml":                      {"internal/link/provider", "internal/render"},
	"github.com/santhosh-tekuri/jsonschema": {"internal/schema"},
	"github.com/open-policy-agent/opa":      {"internal/policy"},
	"github.com/hashicorp/hcl":              {"internal/link/access"},
	"github.com/jmespath/go-jmespath":       {"internal/link/provider"},
	"github.com/fatih/color":                {"internal/report"},
	"github.com/spf13/":                     {"cmd/mxlint"},
	"github.com/mattn/go-isatty":            {"cmd/mxlint"},
	// A linter that promises to be harmless has no use for these.
	"net":       {},
	"net/http":  {},
	"plugin":    {},
	"unsafe":    {},
	"math/rand": {},
	"os/exec":   {"internal/render"}, // helm, when asked
}

// TestImports checks every file against the layers. Tests of a layer may import
// the layers below it, and what they need to create inputs.
func TestImports(t *testing.T) {
	t.Parallel()
	root := os.DirFS("..")
	for _, top := range []string{"cmd", "internal", "policies", "rules", "schemas"} {
		checkBelow(t, root, top)
	}
}

func checkBelow(t *testing.T, root fs.FS, top string) {
	t.Helper()
	err := fs.WalkDir(root, top, func(name string, entry fs.DirEntry, err error) error {
		if entry != nil && entry.IsDir() && entry.Name() == "testdata" {
			return fs.SkipDir
		}
		if err != nil || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := fs.ReadFile(root, name)
		require.NoError(t, err)
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		require.NoError(t, err)
		folder := path.Dir(name)
		allowed, known := layers[folder]
		if !assert.True(t, known, "%s: the folder has no place among the layers", folder) {
			return nil
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			checkImport(t, name, folder, imported, allowed)
		}
		return nil
	})
	require.NoError(t, err)
}

func checkImport(t *testing.T, name, folder, imported string, allowed []string) {
	t.Helper()
	if below, ours := strings.CutPrefix(imported, module); ours {
		assert.True(t, slices.ContainsFunc(allowed, func(pattern string) bool { return covers(pattern, below) }),
			"%s imports %s, which is no layer below it", name, below)
		return
	}
	if folder == "rules" || folder == "policies" || folder == "schemas" {
		assert.Equal(t, "embed", imported, "%s: only embeds", name)
	}
	for prefix, folders := range keepers {
		standard := !strings.Contains(prefix, ".")
		if standard && imported == prefix || !standard && strings.HasPrefix(imported, prefix) {
			assert.Contains(t, folders, folder, "%s imports %s", name, imported)
		}
	}
}

func covers(pattern, folder string) bool {
	if parent, all := strings.CutSuffix(pattern, "/..."); all {
		return folder == parent || strings.HasPrefix(folder, parent+"/")
	}
	return pattern == folder
}

func TestCovers(t *testing.T) {
	t.Parallel()
	assert.True(t, covers("internal/link/...", "internal/link/access"))
	assert.True(t, covers("internal/link/...", "internal/link"))
	assert.False(t, covers("internal/link/...", "internal/linker"))
	assert.False(t, covers("internal/link", "internal/link/access"))
}
