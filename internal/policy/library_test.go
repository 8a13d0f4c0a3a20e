package policy

import (
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
)

// TestReferences checks every reference to the library against what it defines. To
// Rego, one that leads nowhere is undefined, even in strict mode.
func TestReferences(t *testing.T) {
	t.Parallel()
	sources := Sources{Rules: rules.FS, Policies: policies.FS}
	modules, err := parseModules(sources, false)
	require.NoError(t, err)
	compiler := fullCompiler(true, nil)
	require.NoError(t, compile(compiler, modules))
	library := ast.MustParseRef("data.mxlint.lib")
	count := 0
	for name, module := range compiler.Modules {
		ast.WalkRefs(module, func(ref ast.Ref) bool {
			if ref.HasPrefix(library) && !ref.Equal(module.Package.Path) {
				count++
				assert.NotEmpty(t, compiler.GetRules(ref.ConstantPrefix()), "%s: nothing defines %s", name, ref)
			}
			return false
		})
	}
	assert.Greater(t, count, 300)
}

// TestLibraryParts checks the choice of parts against the references: a rule that needs
// more than it imports would find nothing.
func TestLibraryParts(t *testing.T) {
	t.Parallel()
	parts, err := newLibrary(policies.FS)
	require.NoError(t, err)
	files, err := readModules(rules.FS, rulesFolder, false)
	require.NoError(t, err)
	var imports []string
	for i := range parts {
		imports = append(imports, strings.TrimSpace(parts[i].imported))
		modules, err := parts[i].modules()
		require.NoError(t, err)
		for name, module := range modules {
			assert.NotContains(t, module.String(), "data.mxlint.tables", "%s: what reads the tables is looked for in rules", name)
			if parts[i].imported == "" {
				assert.NotContains(t, module.String(), "data.mxlint.lib.missing", "%s: all rules would need it", name)
			}
		}
	}
	assert.ElementsMatch(t, []string{"", "import data.mxlint.lib.missing"}, imports)
	for i := range parts {
		assert.Equal(t, parts[i].imported == "", parts[i].neededBy(nil))
		assert.True(t, parts[i].neededBy(files))
	}
}
