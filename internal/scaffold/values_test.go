package scaffold

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// set sets the option of a flag, in options that read it.
func set(flag, value string) Options {
	o := Options{Provider: Vault, Name: "orders"}
	switch flag {
	case "--role":
		o.Role = value
	case "--address":
		o.Address = value
	case "--secret-path":
		o.SecretPath = value
	case "--source-url":
		o.SourceURL = value
	case "--runtime-version":
		o.RuntimeVersion = value
	case "--key-vault":
		o.Provider, o.KeyVault = Azure, value
	case "--tenant-id":
		o.Provider, o.TenantID = Azure, value
	case "--client-id":
		o.Provider, o.ClientID = Azure, value
	case "--role-arn":
		o.Provider, o.RoleARN = AWS, value
	case "--region":
		o.Provider, o.Region = AWS, value
	case "--secret-name":
		o.Provider, o.SecretName = AWS, value
	}
	return o
}

func TestValuesThatPass(t *testing.T) {
	t.Parallel()
	for flag, values := range map[string][]string{
		"--role":            {"orders", `with "quotes" and \`},
		"--address":         {"https://vault.example.com:8200", "http://vault.vault.svc.cluster.local:8200", "${VAULT_ADDR}"},
		"--secret-path":     {"secret/data/orders", "/v1/secret/data/orders/", "kv/orders", "team/a/kv/data/orders", "<{path}>"},
		"--key-vault":       {"abc", "orders-kv-2", "{{ .Values.vault }}"},
		"--tenant-id":       {"22222222-2222-2222-2222-222222222222", "adfs", "contoso.onmicrosoft.com"},
		"--client-id":       {"11111111-aaaa-BBBB-1111-111111111111", "${CLIENT_ID}"},
		"--role-arn":        {"arn:aws:iam::123456789012:role/path/orders", "arn:aws-cn:iam::123456789012:role/a", "arn:aws-us-gov:iam::123456789012:role/a", "arn:aws:iam::${ACCOUNT}:role/a"},
		"--region":          {"eu-west-1", "us-gov-east-1"},
		"--secret-name":     {"shop/orders", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/orders-AbCdEf"},
		"--runtime-version": {"9.4.0.24572", "10.12.0", "8.0.0"},
		"--source-url":      {"oci-image://registry.example.com:5000/orders@sha256:abc", "https://example.com/orders.mda"},
	} {
		for _, value := range values {
			o := set(flag, value)
			assert.NoError(t, o.Validate(), "%s %s", flag, value)
		}
	}
}

func TestValuesThatAreRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ flag, value, want string }{
		{"--role", "two\nlines", "not printable"},
		{"--role", "\xff", "not printable"},
		{"--role", " orders", "blank"},
		{"--role", "<{a\tb}>", "not printable"},
		{"--address", "vault:8200", "is no URL"},
		{"--address", "127.0.0.1:8200", "is no URL"},
		{"--address", "ftp://vault", "is no URL"},
		{"--secret-path", "secret/orders", `"secret/data/orders"`},
		{"--secret-path", "/v1/secrets/orders/db", `"secrets/data/orders/db"`},
		{"--secret-path", "secret", `"secret/data"`},
		{"--secret-path", "secret/metadata/orders", `write "secret/data/orders"`},
		{"--secret-path", "https://vault/v1/secret/data/a", "no path of Vault's API"},
		{"--secret-path", "V1/secret/data/a", "no path of Vault's API"},
		{"--secret-path", "secret/data/a?version=2", "no path of Vault's API"},
		{"--secret-path", "//", "names no folder"},
		{"--key-vault", "https://orders.vault.azure.net", `write the name alone, "orders"`},
		{"--key-vault", "ab", "3 to 24"},
		{"--key-vault", "1abc", "3 to 24"},
		{"--key-vault", "abc-", "3 to 24"},
		{"--key-vault", "a--b", "3 to 24"},
		{"--tenant-id", "my tenant", "not a tenant"},
		{"--client-id", "orders", "GUID"},
		{"--client-id", "11111111-1111-1111-1111-11111111111g", "GUID"},
		{"--role-arn", "orders", "not the ARN of an IAM role"},
		{"--role-arn", "arn:aws:iam::1234:role/orders", "not the ARN of an IAM role"},
		{"--role-arn", "arn:aws:iam::123456789012:policy/orders", "not the ARN of an IAM role"},
		{"--role-arn", "arn:aws:sts::123456789012:assumed-role/orders/x", "not the ARN of an IAM role"},
		{"--region", "EU West", "not an AWS region"},
		{"--secret-name", "a b", "not a secret name"},
		{"--secret-name", "arn:aws:ssm:eu-west-1:123456789012:parameter/a", "not the ARN of a secret"},
		{"--runtime-version", "10.10", "major.minor.patch.build"},
		{"--runtime-version", "latest", "major.minor.patch.build"},
		{"--runtime-version", "10.+1.0", "major.minor.patch.build"},
		{"--runtime-version", "10.99999999999999999999.0", "major.minor.patch.build"},
		{"--source-url", "registry.example.com/orders:1", "is no URL"},
		{"--source-url", "docker://registry.example.com/orders", `scheme "docker"`},
	} {
		o := set(c.flag, c.value)
		err := o.Validate()
		require.Error(t, err, "%s %q", c.flag, c.value)
		assert.Contains(t, err.Error(), c.flag+" ")
		assert.Contains(t, err.Error(), c.want)
	}
}

func TestCredentialsAreNotRepeated(t *testing.T) {
	t.Parallel()
	for flag, value := range map[string]string{
		"--address":    "https://user:Welc0me@vault.example.com",
		"--source-url": "https://user:Welc0me@example.com/orders.mda",
	} {
		o := set(flag, value)
		assert.ErrorContains(t, o.Validate(), "credentials")
		assert.NotContains(t, o.Validate().Error(), "Welc0me")
	}
}

func TestSecretOfAnotherRegion(t *testing.T) {
	t.Parallel()
	o := set("--secret-name", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a")
	o.Region = "eu-west-1"
	require.NoError(t, o.Validate())
	o.Region = "us-east-1"
	assert.ErrorContains(t, o.Validate(), `--region is "us-east-1"`)
}

func TestRuntimeTooOldForTheLogin(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ auth, old, enough string }{
		{IAM, "9.21.9.60541", "9.22.0.62233"},
		{ManagedIdentity, "10.9.1.27921", "10.10.0.37584"},
	} {
		o := Options{Provider: Vault, Name: "orders", Auth: c.auth, RuntimeVersion: c.old}
		assert.ErrorContains(t, o.Validate(), "--runtime-version")
		o.RuntimeVersion = c.enough
		assert.NoError(t, o.Validate())
	}
}
