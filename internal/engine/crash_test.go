package engine_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// failing are schemas; opening that of the MendixApp panics.
type failing struct{ fs.FS }

func (f failing) Open(name string) (fs.File, error) {
	if name == "mendixapp.json" {
		panic("on purpose")
	}
	return f.FS.Open(name)
}

// TestCrash expects a panic in one environment to be reported with its name, and the
// other environments to be reported as well.
func TestCrash(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	app := "apiVersion: privatecloud.mendix.com/v1alpha1\nkind: MendixApp\nmetadata: {name: crashes, namespace: shop}\nspec: {sourceURL: x}\n"
	account := "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: survives\n  namespace: stock\n  annotations: {privatecloud.mendix.com/environment-account: \"no\"}\n"
	require.NoError(t, os.WriteFile(filepath.Join(folder, "app.yaml"), []byte(app), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "account.yaml"), []byte(account), 0o644))
	outcome, err := engine.Lint(context.Background(), engine.Options{
		Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: failing{schemas.FS},
	})
	require.NoError(t, err)
	assert.True(t, outcome.Internal)
	require.Len(t, outcome.Errors, 1)
	assert.Contains(t, outcome.Errors[0].Error(), `judging environment "shop/crashes": internal failure: on purpose`)
	reported := false
	for _, finding := range outcome.Findings {
		assert.NotEqual(t, "shop/crashes", finding.Environment)
		reported = reported || finding.Environment == "stock/survives"
	}
	assert.True(t, reported, "the other environment is reported")
}
