package policy_test

import (
	"context"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/policy"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
)

// TestStrict compiles all rules strictly, under the capabilities and with the types of
// the input: what a run omits to start faster.
func TestStrict(t *testing.T) {
	t.Parallel()
	_, err := policy.NewCompiler(policy.Sources{Rules: rules.FS, Policies: policies.FS}, true, policy.Limits{}).Compile(context.Background(), nil)
	require.NoError(t, err)
}

// TestFormat checks that every Rego file has the format of `opa fmt`.
func TestFormat(t *testing.T) {
	t.Parallel()
	count := 0
	for _, folder := range []string{"../../rules", "../../policies"} {
		root := os.DirFS(folder)
		require.NoError(t, fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ".rego" {
				return err
			}
			count++
			text, err := fs.ReadFile(root, name)
			require.NoError(t, err)
			formatted, err := format.SourceWithOpts(name, text, format.Opts{RegoVersion: ast.RegoV1})
			if assert.NoError(t, err, name) {
				assert.Equal(t, string(formatted), string(text), "%s/%s is not formatted: run opa fmt", folder, name)
			}
			return nil
		}))
	}
	assert.Greater(t, count, 50)
}

// TestUnits runs the unit tests of the library, of rules that have some, and of the
// example policy, from the files next to the code.
func TestUnits(t *testing.T) {
	t.Parallel()
	sources := policy.Sources{
		Rules: os.DirFS("../../rules"), Policies: withoutExample{os.DirFS("../../policies")},
		Custom: map[string]fs.FS{"policies/example": os.DirFS("../../policies/example")},
	}
	tests, err := policy.UnitTests(context.Background(), sources, true, policy.Limits{})
	require.NoError(t, err)
	library := 0
	for _, test := range tests {
		assert.Empty(t, test.Failure, "%s:%d: %s", test.File, test.Line, test.Name)
		assert.False(t, test.Skipped, test.Name)
		if strings.HasPrefix(test.File, "policies/lib/") {
			library++
		}
	}
	assert.Positive(t, library)
	assert.Greater(t, len(tests), library, "the example has unit tests")
}

// withoutExample hides the example, which is compiled as a custom policy.
type withoutExample struct{ fs.FS }

func (w withoutExample) Open(name string) (fs.File, error) {
	if name == "example" || strings.HasPrefix(name, "example/") {
		return nil, fs.ErrNotExist
	}
	return w.FS.Open(name)
}

func (w withoutExample) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.FS, name)
	kept := entries[:0]
	for _, entry := range entries {
		if name != "." || entry.Name() != "example" {
			kept = append(kept, entry)
		}
	}
	return kept, err
}
