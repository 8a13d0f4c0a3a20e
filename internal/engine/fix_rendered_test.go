package engine_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// renderedBase is a Vault environment that two overlays deploy. Words in capitals are
// places where a case puts a fault.
const renderedBase = `
-- base/kustomization.yaml --
resources: [all.yaml]
-- base/all.yaml --
apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  annotations:
    privatecloud.mendix.com/environment-account: "true"
---
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: orders
  annotations:
    privatecloud.mendix.com/environment-class: "true"
spec:
  provider: vault
  parameters:
    vaultAddress: https://vault.example.com:8200
    roleName: orders
    objects: |
      - objectName: mx-admin-password
        secretPath: secret/data/orders
        secretKey: admin
-- live/kustomization.yaml --
namespace: live
resources: [../base]
-- test/kustomization.yaml --
namespace: test
resources: [../base]
`

// liveOverlay starts another file for the overlay of renderedBase, to be continued by a
// case.
const liveOverlay = `
-- live/kustomization.yaml --
namespace: live
resources: [../base]
`

// TestFixRendered expects fixes in the sources of what is rendered if the fault is
// there, and none otherwise.
func TestFixRendered(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		old, by  string   // a change of the base
		more     string   // further files
		paths    []string // those that are given, all by default
		file     string   // the file that changes
		has, not string   // what it contains afterwards, and does not contain
		dropped  string   // the reason if nothing is fixed
	}{
		"in the base": {
			old: "mx-admin-password", by: "mx-admin-pasword",
			file: "base/all.yaml", has: "objectName: mx-admin-password\n", not: "pasword",
		},
		"a field of the base": {
			old: "roleName:", by: "rolename:", file: "base/all.yaml", has: "    roleName: orders\n", not: "rolename",
		},
		"a missing annotation": {
			old: `  annotations:
    privatecloud.mendix.com/environment-class: "true"
spec`, by: `  annotations:
    team: shop
spec`,
			file: "base/all.yaml", has: "    team: shop\n    privatecloud.mendix.com/environment-class: \"true\"\n",
		},
		"in a patch": {
			more: liveOverlay + `patches: [path: store.yaml]
-- live/store.yaml --
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: orders
spec:
  parameters:
    objects: |
      - objectName: mx-admin-password
        secretPath: secret/live/orders
        secretKey: admin
`,
			file: "live/store.yaml", has: "secretPath: secret/data/live/orders\n",
		},
		"in a patch within the kustomization": {
			more: liveOverlay + `patches:
  - patch: |
      apiVersion: secrets-store.csi.x-k8s.io/v1
      kind: SecretProviderClass
      metadata:
        name: orders
      spec:
        parameters:
          objects: |
            - objectName: mx-admin-password
              secretPath: secret/live/orders
              secretKey: admin
`,
			file: "live/kustomization.yaml", has: "              secretPath: secret/data/live/orders\n",
		},
		"a key in the pointer of a JSON patch": {
			more: liveOverlay + `patches:
  - target: {kind: SecretProviderClass}
    patch: |
      - op: add
        path: /spec/parameters/vaultSkipTlsVerify
        value: "false"
`,
			file: "live/kustomization.yaml", has: "        path: /spec/parameters/vaultSkipTLSVerify\n        value: \"false\"\n",
		},
		"a JSON patch of its own file": {
			more: liveOverlay + `patches: [{path: skip.yaml, target: {kind: SecretProviderClass}}]
-- live/skip.yaml --
- op: add
  path: /spec/parameters/vaultSkipTlsVerify
  value: "false"
`,
			file: "live/skip.yaml", has: "  path: /spec/parameters/vaultSkipTLSVerify\n",
		},
		"what another overlay ignores": {
			old: "secretPath: secret/data/orders", by: "secretPath: secret/orders",
			more: `
-- test/kustomization.yaml --
namespace: test
resources: [../base]
commonAnnotations: {mxlint.io/ignore: "vault/kv2-data-path: of version 1 there"}
`,
			dropped: "keeps it as it is",
		},
		"annotations of several sources": {
			old: `    privatecloud.mendix.com/environment-class: "true"
spec`, by: `    team: shop
spec`,
			more: liveOverlay + `commonAnnotations: {owner: ops}
-- test/kustomization.yaml --
namespace: test
resources: [../base]
commonAnnotations: {owner: ops}
`,
			dropped: "no single file contains this",
		},
		"a base that was not given": {
			old: "mx-admin-password", by: "mx-admin-pasword", paths: []string{"live"},
			dropped: "is not among the files that were given",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			text := renderedBase
			if c.old != "" {
				require.Contains(t, text, c.old)
				text = strings.Replace(text, c.old, c.by, 1)
			}
			for _, archive := range []string{text, c.more} {
				for _, file := range txtar.Parse([]byte(archive)).Files {
					path := filepath.Join(folder, file.Name)
					require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
					require.NoError(t, os.WriteFile(path, file.Data, 0o644))
				}
			}
			paths := []string{folder}
			for i, path := range c.paths {
				paths = append(paths[:i], filepath.Join(folder, path))
			}
			outcome, err := engine.Fix(context.Background(), engine.Options{Paths: paths, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS}, engine.FixOptions{})
			require.NoError(t, err)
			if c.dropped != "" {
				assert.Empty(t, outcome.Files)
				assert.Contains(t, strings.Join(reasons(outcome), "\n"), c.dropped)
				return
			}
			require.Len(t, outcome.Files, 1, "%v", reasons(outcome))
			assert.Equal(t, filepath.ToSlash(filepath.Join(folder, c.file)), filepath.ToSlash(outcome.Files[0].Path))
			assert.Contains(t, outcome.Files[0].After, c.has)
			if c.not != "" {
				assert.NotContains(t, outcome.Files[0].After, c.not)
			}
		})
	}
}
