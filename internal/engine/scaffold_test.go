package engine_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/scaffold"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// scaffolds returns all combinations that init allows; whole says whether every value
// is given. Each has a name of its own.
func scaffolds(whole bool) []scaffold.Options {
	var all []scaffold.Options
	for _, provider := range []string{scaffold.Vault, scaffold.AWS, scaffold.Azure} {
		for _, storage := range []string{"", scaffold.S3, scaffold.Azure} {
			for _, auth := range []string{"", scaffold.Password, scaffold.IAM, scaffold.ManagedIdentity} {
				for _, mode := range []string{scaffold.Standalone, scaffold.Connected} {
					for _, constants := range [][]string{nil, {"Shop.ApiKey", "Shop.Url_2"}} {
						o := scaffold.Options{Provider: provider, Storage: storage, Auth: auth, Mode: mode, Constants: constants, Name: fmt.Sprintf("env%d", len(all))}
						if whole {
							o = filled(o)
						}
						if o.Validate() == nil {
							all = append(all, o)
						}
					}
				}
			}
		}
	}
	return all
}

// filled sets every value that the combination reads.
func filled(o scaffold.Options) scaffold.Options {
	const guid = "1b9a3f4c-7d2e-4c55-9a0b-3f6d8e1c2a77"
	o.Namespace = "ns-" + o.Name
	switch o.Provider {
	case scaffold.Vault:
		o.Role, o.Address, o.SecretPath = "orders", "https://vault.example.com:8200", "secret/data/shop"
	case scaffold.AWS:
		o.Region, o.SecretName = "eu-west-1", "shop/orders"
	case scaffold.Azure:
		o.KeyVault, o.TenantID = "orders-vault", guid
	}
	if o.Provider == scaffold.Azure || o.Auth == scaffold.ManagedIdentity {
		o.ClientID = guid
	}
	if o.Provider == scaffold.AWS || o.Auth == scaffold.IAM {
		o.RoleARN = "arn:aws:iam::123456789012:role/orders"
	}
	if o.Mode == scaffold.Standalone {
		o.SourceURL = "oci-image://registry.example.com/orders:1.4.2"
	}
	return o
}

func lintScaffolds(t *testing.T, all []scaffold.Options) *engine.Outcome {
	t.Helper()
	folder := t.TempDir()
	for _, o := range all {
		require.NoError(t, scaffold.Write(filepath.Join(folder, o.Name), scaffold.Files(o)))
	}
	outcome, err := engine.Lint(context.Background(), engine.Options{
		Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS,
	})
	require.NoError(t, err)
	require.Empty(t, outcome.Errors)
	require.Equal(t, len(all), outcome.Environments)
	return outcome
}

func TestScaffoldsLintClean(t *testing.T) {
	t.Parallel()
	all := scaffolds(true)
	require.Greater(t, len(all), 50)
	for _, f := range lintScaffolds(t, all).Findings {
		assert.LessOrEqual(t, f.Severity, lint.Info, "%s:%d: %s [%s]", f.Span.Path, f.Span.Start.Line, f.Message, f.Rule)
	}
}

// Values that are not given are reported as placeholders, and as nothing else.
func TestScaffoldsNamePlaceholders(t *testing.T) {
	t.Parallel()
	all := scaffolds(false)
	outcome := lintScaffolds(t, all)
	named := map[string]bool{}
	for _, f := range outcome.Findings {
		if f.Severity > lint.Info {
			assert.Equal(t, "manifest/placeholder", f.Rule, "%s:%d: %s", f.Span.Path, f.Span.Start.Line, f.Message)
			named[f.Environment] = true
		}
	}
	assert.Len(t, named, len(all), "every environment has something to fill in")
}
