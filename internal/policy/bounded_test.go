package policy

import (
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBoundedNames checks that each bounded builtin is found by the reference to which
// a call of it is rewritten: a keyword such as contains would be written in brackets
// after a dot.
func TestBoundedNames(t *testing.T) {
	t.Parallel()
	builtins := boundedBuiltins()
	require.Greater(t, len(builtins), 80)
	for _, bounded := range builtins {
		assert.Equal(t, bounded.Decl.Name, bounded.Decl.Ref().String())
		name := bounded.Decl.Name[len(boundedPrefix):]
		operator := ast.NewTerm(ast.BuiltinMap[name].Ref())
		rename(operator)
		assert.Equal(t, bounded.Decl.Name, operator.Value.String(), name)
	}
}
