package engine_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/scaffold"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// What `mxlint access` prints satisfies the rules about policies, for every combination
// that `mxlint init` can generate.
func TestGrantsSatisfyTheRules(t *testing.T) {
	t.Parallel()
	folder, all := t.TempDir(), scaffolds(true)
	for _, o := range all {
		require.NoError(t, scaffold.Write(filepath.Join(folder, o.Name), scaffold.Files(o)))
	}
	grants, notes, err := engine.Grants(inspectionOf(t, folder).Environments, "")
	require.NoError(t, err)
	require.Empty(t, notes)
	require.Len(t, grants, len(all))
	written := 0
	for _, g := range grants {
		texts := map[string]string{"policy.hcl": g.HCL()}
		if g.AWS != nil {
			texts["iam.json"], texts["trust.json"] = g.AWS.Policy, g.AWS.TrustPolicy
		}
		if g.Azure != nil {
			texts["credential.json"] = g.Azure.FederatedCredential
		}
		for name, text := range texts {
			if text != "" {
				written++
				require.NoError(t, os.WriteFile(filepath.Join(folder, g.Name, name), []byte(text), 0o644))
			}
		}
	}
	require.Greater(t, written, len(all)/2)
	outcome, err := engine.Lint(context.Background(), engine.Options{
		Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS, Verbose: true,
	})
	require.NoError(t, err)
	require.Empty(t, outcome.Notes)
	assert.Len(t, outcome.Reading.Policies, written, "all are recognised")
	for _, f := range outcome.Findings {
		assert.False(t, strings.HasPrefix(f.Rule, "access/"), "%s:%d: %s", f.Span.Path, f.Span.Start.Line, f.Message)
	}
}

func TestGrantsOfNothing(t *testing.T) {
	t.Parallel()
	subject := func(id, name string) *link.Subject {
		s := &link.Subject{}
		s.ID, s.Name = id, name
		return s
	}
	environments := []*link.Subject{subject("shop/orders", "orders"), subject("shop/stock", "stock")}
	environments[1].Resources.Class = &link.Class{Readable: true}
	environments[1].Provider = "gcp"
	grants, notes, err := engine.Grants(environments, "")
	require.NoError(t, err)
	assert.Empty(t, grants)
	assert.Equal(t, []string{
		`environment "shop/orders": its SecretProviderClass is not here, so nothing is known of what it reads`,
		`environment "shop/stock": provider "gcp" is not known to mxlint`,
	}, notes)
	for wanted, says := range map[string]string{
		"shop/order": `did you mean "shop/orders"?`, "stok": `did you mean "shop/stock"?`, "x": "found: shop/orders, shop/stock",
	} {
		_, _, err := engine.Grants(environments, wanted)
		require.Error(t, err)
		assert.Contains(t, err.Error(), says)
	}
}
