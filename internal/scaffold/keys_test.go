package scaffold

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// TestKeysAreThoseOfTheTable compares the keys written with those that a login
// needs according to the table of keys.
func TestKeysAreThoseOfTheTable(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../policies/data/keys.yaml")
	require.NoError(t, err)
	var rows []struct{ Key, Group, Family, Need string }
	require.NoError(t, yaml.Unmarshal(text, &rows))
	for _, c := range []struct {
		auth, storage string
		needs         []string
	}{
		{Password, S3, []string{"required", "login"}},
		{Password, Azure, []string{"required", "login"}},
		{IAM, S3, []string{"required"}},
		{ManagedIdentity, Azure, []string{"required", "identity"}},
	} {
		var want []string
		for _, row := range rows {
			if (row.Group == "database" || row.Group == "storage") && (row.Family == "" || row.Family == c.storage) && slices.Contains(c.needs, row.Need) {
				want = append(want, row.Key)
			}
		}
		o := Options{Auth: c.auth, Storage: c.storage}
		assert.ElementsMatch(t, want, slices.Concat(o.databaseKeys(), o.storageKeys()), "%s, %s", c.auth, c.storage)
	}
}
