package engine_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

const sharedApp = `---
apiVersion: privatecloud.mendix.com/v1alpha1
kind: MendixApp
metadata: {name: orders, namespace: %s}
spec:
  sourceURL: oci-image://registry.example.com/orders:1
  allowOverrideSecretsWithSecretStoreCSIDriver: true
  runtime:
    environmentVariables:
      - {name: SMTP_PASSWORD, value: planted-secret}
`

// sharedClass returns a class without a namespace, so that both apps link to it, with
// fixable faults.
func sharedClass(objects int) string {
	var text strings.Builder
	text.WriteString("---\napiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata:\n  name: orders\n  annotations:\n    privatecloud.mendix.com/environment-class: \"true\"\nspec:\n  provider: vault\n  parameters:\n    roleName: orders\n    objects: |\n")
	for i := range objects {
		fmt.Fprintf(&text, "      - {objectName: mx-const-Orders.Key%d, secretKey: k, secretPath: secret/planted-secret-%d}\n", i, i)
	}
	return text.String()
}

// TestSharedDocument lints a document that two environments share, and a List whose
// items share one text, several times: the outcome is always the same. The race
// detector checks what the workers share.
func TestSharedDocument(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	text := fmt.Sprintf(sharedApp, "shop") + fmt.Sprintf(sharedApp, "store") + sharedClass(40)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "shared.yaml"), []byte(text), 0o644))
	var items []string
	for i := range 40 {
		items = append(items, fmt.Sprintf(`{"apiVersion": "secrets-store.csi.x-k8s.io/v1", "kind": "SecretProviderClass", "metadata": {"name": "app%d", "namespace": "shop", "annotations": {"privatecloud.mendix.com/environment-class": "false"}}, "spec": {"provider": "vault", "parameters": {"roleName": "x", "objects": "- {objectName: database-hots, secretPath: secret/x}"}}}`, i))
	}
	list := `{"apiVersion": "v1", "kind": "List", "items": [` + strings.Join(items, ",\n") + "]}"
	require.NoError(t, os.WriteFile(filepath.Join(folder, "list.json"), []byte(list), 0o644))
	lint := func() *engine.Outcome {
		outcome, err := engine.Lint(context.Background(), engine.Workers(engine.Options{
			Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS, Fixes: true,
		}, 4))
		require.NoError(t, err)
		return outcome
	}
	first := lint()
	require.Greater(t, len(first.Findings), 100)
	for range 2 {
		again := lint()
		assert.Empty(t, cmp.Diff(first.Findings, again.Findings))
		assert.Equal(t, first.Notes, again.Notes)
	}
}

// TestSecretOfSoundDocument puts a secret in a document without faults: what is
// reported about another document does not repeat it.
func TestSecretOfSoundDocument(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	text := fmt.Sprintf(sharedApp, "shop") + sharedClass(1)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "all.yaml"), []byte(text), 0o644))
	policy := "path \"secret/data/planted-secret-0\" {\n  capabilities = [\"list\"]\n}\n"
	require.NoError(t, os.WriteFile(filepath.Join(folder, "orders.hcl"), []byte(policy), 0o644))
	outcome, err := engine.Lint(context.Background(), engine.Options{
		Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS, Fixes: true,
	})
	require.NoError(t, err)
	require.NotEmpty(t, outcome.Findings)
	reported := map[string]bool{}
	for _, finding := range outcome.Findings {
		reported[finding.Rule] = true
		assert.NotContains(t, finding.Message, "planted-secret", finding.Rule)
		if finding.Fix != nil {
			assert.NotContains(t, fmt.Sprintf("%+v", *finding.Fix), "planted-secret", finding.Rule)
		}
	}
	assert.True(t, reported["vault/kv2-data-path"], "%v", reported)
	assert.True(t, reported["access/vault-policy"], "%v", reported)
}
