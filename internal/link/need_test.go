package link

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/manifest"
)

func needOf(t *testing.T, provider, parameters string, objects ...string) access.Need {
	t.Helper()
	text := "apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata:\n  name: orders\n  namespace: shop\n" +
		"  annotations: {privatecloud.mendix.com/environment-class: 'true'}\nspec:\n  provider: " + provider + "\n  parameters:\n" + parameters
	if provider == "azure" {
		text += "    objects: |\n      array:\n        - |\n          " + strings.Join(objects, "\n        - |\n          ") + "\n"
	} else {
		text += "    objects: |\n      - " + strings.Join(objects, "\n      - ") + "\n"
	}
	file := manifest.Decode("a.yaml", []byte(text), manifest.DefaultLimits(), nil)
	r := Documents([]*manifest.File{file}, Options{Tables: testTables(t)})
	require.Equal(t, 1, r.Environments(), text)
	return NeedOf(&r.Subject(0).Environment)
}

func TestNeedOfVault(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]struct{ read, left string }{
		"secret/data/orders/db":     {read: "secret/data/orders/db"},
		"secret/orders/db":          {read: "secret/data/orders/db"},
		"secret/dta/orders":         {read: "secret/data/orders"},
		"secret/metadata/orders/db": {read: "secret/data/orders/db"},
		"kv/undelete/orders":        {read: "kv/data/orders"},
		"kv/orders":                 {read: "kv/orders"},
		"kv/metadata":               {read: "kv/metadata"},
		"secret":                    {read: "secret"},
		"database/creds/orders":     {read: "database/creds/orders"},
		"secret/data/${ENV}/x":      {left: leftTemplated},
		"https://a/v1/secret/x":     {left: leftWrong},
	} {
		need := needOf(t, "vault", "    roleName: orders\n", "{objectName: database-host, secretKey: a, secretPath: '"+path+"'}")
		var read, left string
		for _, p := range need.VaultPaths {
			read = p.Path
			if p.Corrected != "" {
				read = p.Corrected
			}
		}
		for _, omission := range need.LeftOut {
			assert.Equal(t, path, omission.Text)
			left = omission.Reason
		}
		assert.Equal(t, want.read, read, path)
		assert.Equal(t, want.left, left, path)
	}
}

func TestNeedOfAWS(t *testing.T) {
	t.Parallel()
	need := needOf(t, "aws", "    region: eu-west-1\n    failoverRegion: eu-west-2\n",
		"{objectName: shop/orders, objectType: secretsmanager, objectAlias: a}",
		"{objectName: shop/web, objectType: secretsmanager, objectAlias: b, failoverObject: {objectName: dr/web}}",
		"{objectName: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:mail-AbCdEf', objectAlias: c}",
		"{objectName: '${STAGE}/orders', objectType: secretsmanager, objectAlias: d}")
	templated := needOf(t, "aws", "    region: eu-west-1\n    failoverRegion: eu-west-2\n",
		"{objectName: '${STAGE}/web', objectType: secretsmanager, objectAlias: b, failoverObject: {objectName: dr/web}}")
	assert.Empty(t, templated.Secrets)
	assert.Len(t, templated.Failover, 1)
	names := func(secrets []access.Secret) (names []string) {
		for _, secret := range secrets {
			names = append(names, secret.Region+" "+secret.Name)
		}
		return names
	}
	assert.Equal(t, []string{"eu-west-1 shop/orders", "eu-west-1 shop/web", "eu-west-1 arn:aws:secretsmanager:eu-west-1:123456789012:secret:mail-AbCdEf"}, names(need.Secrets))
	assert.Equal(t, []string{"eu-west-2 shop/orders", "eu-west-2 dr/web"}, names(need.Failover))
	assert.Equal(t, []access.Omission{{Text: "${STAGE}/orders", Reason: leftTemplated}}, need.LeftOut)
}

func TestNeedOfAzure(t *testing.T) {
	t.Parallel()
	const object = "{objectName: database-host, objectType: secret}"
	need := needOf(t, "azure", "    keyvaultName: kv-orders\n    clientID: a\n    tenantID: b\n", object)
	assert.Equal(t, []any{"kv-orders", "a", false, false}, []any{need.KeyVault, need.ClientID, need.NodeIdentity, need.Certificates})
	need = needOf(t, "azure", "    keyvaultName: https://kv-orders.vault.azure.net\n    useVMManagedIdentity: 'true'\n    userAssignedIdentityID: c\n    tenantID: b\n",
		object, "{objectName: tls, objectType: cert}")
	assert.Equal(t, []any{"", "c", true, true}, []any{need.KeyVault, need.ClientID, need.NodeIdentity, need.Certificates})
}
