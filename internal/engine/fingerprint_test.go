package engine_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const faulty = `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: orders
  namespace: shop
  annotations:
    privatecloud.mendix.com/environment-class: "true"
spec:
  provider: vault
  parameters:
    roleName: orders
    objects: |
      - objectName: database-hots
        secretPath: secret/orders
        secretKey: host
      - objectName: database-nam
        secretPath: secret/orders
      - objectName: mx-const-
        secretPath: secret/data/orders
        secretKey: x
`

// fingerprints returns the fingerprints of the findings in a text, sorted.
func fingerprints(t *testing.T, text string) []string {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a.yaml"), []byte(text), 0o644))
	var prints []string
	for _, finding := range lintFolder(t, folder, "2.20.0") {
		if finding.Object.Kind != "" {
			prints = append(prints, finding.Fingerprint)
		}
	}
	slices.Sort(prints)
	return prints
}

// A baseline keeps matching through changes that do not concern the faults.
func TestFingerprintsSurvive(t *testing.T) {
	t.Parallel()
	want := fingerprints(t, faulty)
	require.GreaterOrEqual(t, len(want), 5)
	assert.Len(t, slices.Compact(slices.Clone(want)), len(want), "no two findings share one")

	entries := strings.SplitAfter(faulty, "objects: |\n")
	list := strings.SplitAfter(entries[1], "secretKey: host\n")
	for name, text := range map[string]string{
		"lines above":              "# a comment\n\n---\n" + faulty,
		"another document above":   "kind: ConfigMap\nmetadata: {name: a}\n---\n" + faulty,
		"an entry above":           entries[0] + "      - objectName: other\n        secretPath: secret/data/x\n        secretKey: y\n" + entries[1],
		"another order of objects": entries[0] + list[1] + list[0],
		"another order of fields":  strings.Replace(faulty, "        secretPath: secret/orders\n        secretKey: host\n", "        secretKey: host\n        secretPath: secret/orders\n", 1),
		"CRLF":                     strings.ReplaceAll(faulty, "\n", "\r\n"),
		"quotes":                   strings.Replace(faulty, "objectName: database-hots", "objectName: 'database-hots'", 1),
	} {
		assert.Equal(t, want, fingerprints(t, text), name)
	}
	fixed := fingerprints(t, strings.Replace(faulty, "mx-const-\n", "mx-const-Module.Name\n", 1))
	assert.NotEqual(t, want, fixed)
	for _, print := range fixed {
		assert.Contains(t, want, print, "what is left is known")
	}
}
