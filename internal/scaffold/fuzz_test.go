package scaffold

import (
	"cmp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Whatever passes Validate must be read back from the YAML as it was given.
func FuzzValuesSurviveTheManifests(f *testing.F) {
	f.Add("orders", "shop", "role", "https://vault.example.com", "secret/data/orders", "A.B")
	f.Add("1e3", "null", `a "b" \ 'c'`, "${ADDRESS}", "<{path}>", "A.B,C.D_e")
	f.Add("y", "0x1f", "é", "http://v", "kv/{{ .x }}", "")
	f.Fuzz(func(t *testing.T, name, namespace, role, address, path, constants string) {
		o := Options{Provider: Vault, Name: name, Namespace: namespace, Role: role, Address: address, SecretPath: path}
		if constants != "" {
			o.Constants = strings.Split(constants, ",")
		}
		if o.Validate() != nil {
			return
		}
		for _, file := range Files(o) {
			var resource struct {
				Metadata struct{ Name, Namespace any }
				Spec     struct{ Parameters map[string]string }
			}
			require.NoError(t, yaml.Unmarshal([]byte(file.Text), &resource), file.Text)
			require.Equal(t, name, resource.Metadata.Name)
			if namespace != "" {
				require.Equal(t, namespace, resource.Metadata.Namespace)
			}
			if file.Name != "secretproviderclass.yaml" {
				continue
			}
			require.Equal(t, cmp.Or(role, "<{vault-role}>"), resource.Spec.Parameters["roleName"])
			require.Equal(t, cmp.Or(address, "<{vault-address}>"), resource.Spec.Parameters["vaultAddress"])
			var objects []map[string]string
			require.NoError(t, yaml.Unmarshal([]byte(resource.Spec.Parameters["objects"]), &objects))
			require.Equal(t, strings.TrimRight(cmp.Or(path, "secret/data/"+name), "/")+"/database", objects[0]["secretPath"])
		}
	})
}
