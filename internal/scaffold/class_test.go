package scaffold

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jmespath/go-jmespath"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// mounted decodes the class as its provider does, and returns the file names.
func mounted(t *testing.T, text string) []string {
	t.Helper()
	var class struct {
		Spec struct {
			Provider   string
			Parameters map[string]string
		}
	}
	require.NoError(t, yaml.Unmarshal([]byte(text), &class))
	objects := []byte(class.Spec.Parameters["objects"])
	switch class.Spec.Provider {
	case Vault:
		return mountedByVault(t, objects)
	case AWS:
		return mountedByAWS(t, objects)
	}
	return mountedByAzure(t, objects)
}

func mountedByVault(t *testing.T, objects []byte) (names []string) {
	t.Helper()
	var list []struct {
		SecretKey  string `yaml:"secretKey"`
		ObjectName string `yaml:"objectName"`
		SecretPath string `yaml:"secretPath"`
	}
	require.NoError(t, yaml.Unmarshal(objects, &list))
	for _, object := range list {
		assert.Equal(t, object.ObjectName, object.SecretKey)
		assert.Contains(t, object.SecretPath, "/data/")
		assert.NotContains(t, object.SecretPath, "//")
		names = append(names, object.ObjectName)
	}
	return names
}

func mountedByAWS(t *testing.T, objects []byte) (names []string) {
	t.Helper()
	var list []struct {
		ObjectName string `yaml:"objectName"`
		ObjectType string `yaml:"objectType"`
		JMESPath   []struct {
			Path        string `yaml:"path"`
			ObjectAlias string `yaml:"objectAlias"`
		} `yaml:"jmesPath"`
	}
	require.NoError(t, yaml.Unmarshal(objects, &list))
	require.Len(t, list, 1)
	assert.Equal(t, "secretsmanager", list[0].ObjectType)
	for _, entry := range list[0].JMESPath {
		value, err := jmespath.Search(entry.Path, map[string]any{entry.ObjectAlias: "read"})
		require.NoError(t, err)
		assert.Equal(t, "read", value, entry.Path)
		names = append(names, entry.ObjectAlias)
	}
	return names
}

func mountedByAzure(t *testing.T, objects []byte) (names []string) {
	t.Helper()
	var list struct{ Array []string }
	require.NoError(t, yaml.Unmarshal(objects, &list))
	for _, text := range list.Array {
		var object struct {
			ObjectName  string `yaml:"objectName"`
			ObjectType  string `yaml:"objectType"`
			ObjectAlias string `yaml:"objectAlias"`
		}
		require.NoError(t, yaml.Unmarshal([]byte(text), &object))
		assert.Equal(t, "secret", object.ObjectType)
		assert.True(t, consistsOf(object.ObjectName, isLetter, isDigit, oneOf("-")), object.ObjectName)
		names = append(names, object.ObjectAlias)
	}
	return names
}

// keyRow is what these tests read from the key table.
type keyRow struct{ Key, Group, Family, Need string }

func keyTable(t *testing.T) []keyRow {
	t.Helper()
	text, err := os.ReadFile("../../policies/data/keys.yaml")
	require.NoError(t, err)
	var rows []keyRow
	require.NoError(t, yaml.Unmarshal(text, &rows))
	return rows
}

// The key table says what an environment needs; nothing else may be mapped.
func TestMountedNamesAreThoseThatAreNeeded(t *testing.T) {
	t.Parallel()
	table := keyTable(t)
	for _, o := range combinations(t) {
		full := o.withDefaults()
		var want []string
		for _, row := range table {
			login := row.Need == "login" && full.Auth == Password
			identity := row.Need == "identity" && full.Auth == ManagedIdentity
			needed := row.Need == "required" || login || identity
			if needed && (row.Family == "" || row.Family == full.Storage) {
				want = append(want, row.Key)
			}
		}
		for _, constant := range o.Constants {
			want = append(want, "mx-const-"+constant)
		}
		files := Files(o)
		assert.ElementsMatch(t, want, mounted(t, files[len(files)-1].Text), "%+v", o)
	}
}

func TestMissingValuesAreNamedPlaceholders(t *testing.T) {
	t.Parallel()
	for provider, want := range map[string][]string{
		Vault: {"<{image}>", "<{vault-address}>", "<{vault-role}>"},
		AWS:   {"<{aws-secret-name}>", "<{image}>", "<{role-arn}>"},
		Azure: {"<{client-id}>", "<{image}>", "<{key-vault-name}>", "<{tenant-id}>"},
	} {
		assert.Equal(t, want, placeholders(Stream(Files(Options{Provider: provider, Name: "orders"}))), provider)
		assert.Empty(t, placeholders(Stream(Files(filled(Options{Provider: provider})))), provider)
	}
}

func placeholders(text string) (found []string) {
	for {
		_, rest, opened := strings.Cut(text, "<{")
		if !opened {
			slices.Sort(found)
			return slices.Compact(found)
		}
		name, after, _ := strings.Cut(rest, "}>")
		found, text = append(found, "<{"+name+"}>"), after
	}
}
