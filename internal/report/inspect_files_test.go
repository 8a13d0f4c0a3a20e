package report

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
)

// TestFamilyKeysAreThoseOfTheTable checks the keys that are reported missing against
// what the table of keys requires for a login.
func TestFamilyKeysAreThoseOfTheTable(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../policies/data/keys.yaml")
	require.NoError(t, err)
	var rows []struct{ Key, Family, Need string }
	require.NoError(t, yaml.Unmarshal(text, &rows))
	for _, c := range []struct {
		storage link.Storage
		login   access.Login
		needs   []string
	}{
		{link.StorageS3, access.LoginUnknown, []string{"required", "login"}},
		{link.StorageS3, access.LoginIRSA, []string{"required"}},
		{link.StorageS3, access.LoginPassword, []string{"required"}}, // its keys are there, or else it would be unknown
		{link.StorageAzure, access.LoginUnknown, []string{"required", "login"}},
		{link.StorageAzure, access.LoginPassword, []string{"required"}},
		{link.StorageAzure, access.LoginAzureIdentity, []string{"required", "identity"}},
	} {
		var want []string
		for _, row := range rows {
			if row.Family == string(c.storage) && slices.Contains(c.needs, row.Need) {
				want = append(want, row.Key)
			}
		}
		var e link.Environment
		e.Storage, e.Login.Storage = c.storage, c.login
		assert.ElementsMatch(t, want, familyKeys(&e), "%s, %s", c.storage, c.login)
	}
}
