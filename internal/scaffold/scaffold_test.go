package scaffold

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// filled sets a value for everything that the choices allow.
func filled(o Options) Options {
	o.Name, o.Namespace = "orders", "shop"
	if o.Provider == Vault {
		o.Role, o.Address, o.SecretPath = "orders-role", "https://vault.example.com:8200", "team/kv/data/orders/"
	}
	if o.Provider == Azure {
		o.KeyVault, o.TenantID = "orders-kv", "22222222-2222-2222-2222-222222222222"
	}
	if o.Provider == AWS {
		o.Region, o.SecretName = "eu-west-1", "shop/orders"
	}
	if o.azureAccount() {
		o.ClientID = "11111111-1111-1111-1111-111111111111"
	}
	if o.awsAccount() {
		o.RoleARN = "arn:aws:iam::123456789012:role/orders"
	}
	if o.Mode != Connected {
		o.RuntimeVersion, o.SourceURL = "10.12.3.41226", "oci-image://registry.example.com/orders:1.0.0"
	}
	return o
}

// combinations returns all choices that Validate accepts, each with and without
// values and constants.
func combinations(t *testing.T) []Options {
	t.Helper()
	var all []Options
	for _, provider := range []string{Vault, AWS, Azure} {
		for _, storage := range []string{"", S3, Azure} {
			for _, auth := range []string{"", Password, IAM, ManagedIdentity} {
				for _, mode := range []string{"", Standalone, Connected} {
					for _, constants := range [][]string{nil, {"MyFirstModule.MyConstant", "Atlas_Core.Version"}} {
						o := Options{Provider: provider, Storage: storage, Auth: auth, Mode: mode, Constants: constants, Name: "orders"}
						if o.Validate() == nil {
							all = append(all, o, filled(o))
						}
					}
				}
			}
		}
	}
	require.Greater(t, len(all), 100)
	return all
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]Options{
		"vault-placeholders":     {Provider: Vault, Name: "orders"},
		"vault-iam":              filled(Options{Provider: Vault, Auth: IAM, Constants: []string{"MyFirstModule.MyConstant"}}),
		"vault-managed-identity": filled(Options{Provider: Vault, Auth: ManagedIdentity, Mode: Connected}),
		"aws-placeholders":       {Provider: AWS, Name: "orders", Constants: []string{"MyFirstModule.MyConstant"}},
		"aws-iam":                filled(Options{Provider: AWS, Auth: IAM}),
		"azure-placeholders":     {Provider: Azure, Name: "orders"},
		"azure-managed-identity": filled(Options{Provider: Azure, Auth: ManagedIdentity, Constants: []string{"Atlas_Core.Atlas_Core_Version"}}),
		"azure-s3":               filled(Options{Provider: Azure, Storage: S3, Mode: Connected}),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.NoError(t, o.Validate())
			got, golden := Stream(Files(o)), filepath.Join("testdata", name+".yaml")
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

func TestFilesOfEveryCombinationAgree(t *testing.T) {
	t.Parallel()
	for _, o := range combinations(t) {
		require.NoError(t, o.Validate())
		files := Files(o)
		var kinds []string
		for _, file := range files {
			var resource struct {
				Kind     string
				Metadata struct{ Name, Namespace string }
			}
			require.NoError(t, yaml.Unmarshal([]byte(file.Text), &resource), "%s\n%s", file.Name, file.Text)
			assert.Equal(t, o.Name, resource.Metadata.Name)
			assert.Equal(t, o.Namespace, resource.Metadata.Namespace)
			kinds = append(kinds, resource.Kind)
		}
		want := []string{"MendixApp", "ServiceAccount", "SecretProviderClass"}
		if o.Mode == Connected {
			want = want[1:]
		}
		assert.Equal(t, want, kinds)
		assert.Equal(t, files, Files(o))
	}
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ provider, auth, storage string }{
		{Vault, "", S3}, {AWS, "", S3}, {Azure, "", Azure},
		{Vault, IAM, S3}, {AWS, IAM, S3}, {Vault, ManagedIdentity, Azure}, {Azure, ManagedIdentity, Azure},
	} {
		assert.Equal(t, c.storage, Options{Provider: c.provider, Auth: c.auth}.withDefaults().Storage, "%v", c)
	}
}

func TestValidateLeavesTheOptionsAlone(t *testing.T) {
	t.Parallel()
	o := Options{Provider: Vault, Name: "orders"}
	require.NoError(t, o.Validate())
	assert.Equal(t, Options{Provider: Vault, Name: "orders"}, o)
}
