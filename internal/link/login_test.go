package link

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

// The database and storage logins of an app that mounts no password, by what the
// ServiceAccount says.
func TestLogins(t *testing.T) {
	t.Parallel()
	const class = `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: o}
spec:
  provider: %s
  parameters:
    objects: '[{objectName: database-host, secretKey: h, secretPath: secret/data/o}, {objectName: storage-bucket-name, secretKey: b, secretPath: secret/data/o}]'
`
	const app = "apiVersion: privatecloud.mendix.com/v1alpha1\nkind: MendixApp\nmetadata: {name: o}\nspec: {allowOverrideSecretsWithSecretStoreCSIDriver: true}\n"
	const account = "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: o\n"
	const role, clientID = "eks.amazonaws.com/role-arn", "azure.workload.identity/client-id"
	for name, c := range map[string]struct {
		accounts          []string
		database, storage string
	}{
		"no account":         {nil, "unknown", "unknown"},
		"no annotations":     {[]string{account}, "unknown", "unknown"},
		"a role":             {[]string{account + "  annotations: {" + role + ": arn:aws:iam::123456789012:role/o}\n"}, "rds-iam", "irsa"},
		"a role by template": {[]string{account + "  annotations: {" + role + ": '{{ .Values.role }}'}\n"}, "rds-iam", "irsa"},
		"a role misspelled":  {[]string{account + "  annotations: {eks.amazonaws.com/role_arn: arn:aws:iam::123456789012:role/o}\n"}, "unknown", "unknown"},
		"a client":           {[]string{account + "  annotations: {" + clientID + ": 11111111-2222-4333-8444-555555555555}\n"}, "azure-identity", "unknown"},
		"a template":         {[]string{account + "  annotations: '{{ .Values.annotations }}'\n"}, "unknown", "unknown"},
		"annotations twice":  {[]string{account + "  annotations: {" + role + ": x}\n  annotations: {a: b}\n"}, "unknown", "unknown"},
		"the account twice":  {[]string{account + "  annotations: {" + role + ": x}\n", account}, "unknown", "unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := strings.Join(append([]string{app, fmt.Sprintf(class, "vault")}, c.accounts...), "---\n")
			file := manifest.Decode("a.yaml", []byte(text), manifest.DefaultLimits(), nil)
			r := Documents([]*manifest.File{file}, Options{Tables: testTables(t)})
			require.Equal(t, 1, r.Environments())
			login := r.Subject(0).Environment.Login
			assert.Equal(t, c.database+" "+c.storage, string(login.Database)+" "+string(login.Storage), "%s; %s", login.DatabaseBecause, login.StorageBecause)
		})
	}
}
