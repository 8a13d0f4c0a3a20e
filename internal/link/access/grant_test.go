package access

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// grantNeeds are environments of every kind, by the name of their golden file.
func grantNeeds() map[string]Need {
	vault := vaultNeed("shop/orders", "secret/data/orders/files", "secret/data/orders/db", "database/creds/orders", "secret/data/orders/db", `odd"mount/x`)
	vault.VaultPaths = append(vault.VaultPaths,
		VaultPath{Path: "secret/orders/config", Corrected: "secret/data/orders/config"},
		VaultPath{Path: "pki/issue/orders", Method: "PUT"})

	aws := awsNeed("finance/ledger", "finance/ledger", "finance/ledger-files", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shared/mail-AbCdEf")
	aws.Secrets = append(aws.Secrets, Secret{Name: "/finance/ledger/flag", Type: TypeSSMParameter, Region: "eu-west-1"})
	aws.StorageLogin, aws.DatabaseLogin = "irsa", "rds-iam"

	one := awsNeed("retail/webshop", "retail/webshop")
	one.Secrets[0].Region, one.RoleARN = "eu-central-1", "arn:aws-cn:iam::123456789012:role/web"

	china := awsNeed("retail/asia", "retail/asia")
	china.RoleARN, china.PodIdentity, china.Secrets[0].Region = "", true, "cn-north-1"
	china.Failover = []Secret{{Name: "retail/asia", Type: TypeSecretsManager, Region: "cn-northwest-1"}}
	china.LeftOut = []Omission{{Text: "retail/${STAGE}", Reason: "it contains a template"}}

	return map[string]Need{
		"aws-china":   china,
		"vault":       vault,
		"vault-bare":  {Environment: "orders", Name: "orders", Provider: "vault", VaultMount: "k8s prod", VaultPaths: []VaultPath{{Path: "secret/data/orders"}}},
		"vault-team":  {Environment: "a/b", Namespace: "a", Name: "b", Provider: "vault", VaultRole: "b", VaultNamespace: "team/a", Audience: "vault", VaultPaths: []VaultPath{{Path: "secret/data/b"}}},
		"vault-irsa":  {Environment: "a/b", Namespace: "a", Name: "b", Provider: "vault", VaultRole: "b", StorageLogin: "irsa", RoleARN: "arn:aws:iam::123456789012:role/b"},
		"aws":         aws,
		"aws-one":     one,
		"aws-bare":    {Environment: "ledger", Name: "ledger", Provider: "aws", Secrets: []Secret{{Name: "ledger", Type: TypeSecretsManager}}},
		"azure":       {Environment: "shop/orders", Namespace: "shop", Name: "orders", Provider: "azure", KeyVault: "kv-orders", ClientID: "1f0c8b52-6d1e-4a77-9c35-0b6a2f4e7d10", StorageLogin: "azure-identity", DatabaseLogin: "azure-identity"},
		"azure-node":  {Environment: "shop/orders", Namespace: "shop", Name: "orders", Provider: "azure", KeyVault: "kv-orders", ClientID: "1f0c8b52-6d1e-4a77-9c35-0b6a2f4e7d10", NodeIdentity: true, Certificates: true},
		"azure-two":   {Environment: "shop/orders", Namespace: "shop", Name: "orders", Provider: "azure", KeyVault: "kv-orders", ClientID: "1f0c8b52-6d1e-4a77-9c35-0b6a2f4e7d10", AppClientID: "2f0c8b52-6d1e-4a77-9c35-0b6a2f4e7d10", StorageLogin: LoginAzureIdentity},
		"azure-plain": {Environment: "orders", Name: "orders", Provider: "azure", DatabaseLogin: "password", StorageLogin: "password"},
	}
}

// grant returns what the only environment of a run is granted.
func grant(need Need) Grants { return NewGranter([]Need{need}).Grant(need) }

func TestHCLStringStaysOnItsLine(t *testing.T) {
	t.Parallel()
	assert.Equal(t, `"a\n\r\"\\b"`, hclString("a\n\r\"\\b"))
}

func TestGrantTextKeepsNamesInComments(t *testing.T) {
	t.Parallel()
	need := Need{Environment: "shop\nrm -rf x", Name: "shop\nrm -rf x", Provider: ProviderVault, VaultPaths: []VaultPath{{Path: "secret/data/shop"}}}
	text := grant(need).Text()
	assert.Contains(t, text, "# environment shop rm -rf x, provider vault\n")
	assert.Contains(t, text, "\n# Vault policy shop rm -rf x (vault policy write 'shop rm -rf x' FILE)\n")
}

func TestGrantText(t *testing.T) {
	t.Parallel()
	for name, need := range grantNeeds() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := grant(need).Text()
			golden := filepath.Join("testdata", name+".txt")
			if *update {
				require.NoError(t, os.MkdirAll("testdata", 0o755))
				require.NoError(t, os.WriteFile(golden, []byte(text), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), text)
		})
	}
}

// policyFiles are the policies of a grant as a user would keep them.
func policyFiles(g Grants) map[string]string {
	files := map[string]string{}
	if g.Vault != nil && g.Vault.Policy != "" {
		files["access/vault.hcl"] = g.HCL()
	}
	if g.AWS != nil {
		files["access/trust.json"] = g.AWS.TrustPolicy
		if g.AWS.Policy != "" {
			files["access/policy.json"] = g.AWS.Policy
		}
	}
	if g.Azure != nil && g.Azure.FederatedCredential != "" {
		files["access/credential.json"] = g.Azure.FederatedCredential
	}
	return files
}

func TestGrantsSatisfyTheRules(t *testing.T) {
	t.Parallel()
	for name, need := range grantNeeds() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Empty(t, Judge(parse(t, policyFiles(grant(need))), []Need{need}, nil))
			g := grant(need)
			if g.AWS != nil && g.HCL() == "" && g.AWS.Association == "" || g.Azure != nil && g.Azure.FederatedCredential != "" { // a command is no policy
				whole := map[string]string{"access/all.json": g.Text()}
				assert.Empty(t, Judge(parse(t, whole), []Need{need}, nil), "all that is printed, in one file")
			}
		})
	}
}

// inner returns the numbers of the lines inside a block or a statement about secrets
// that the rules judge.
func inner(lines []string) []int {
	var numbers []int
	first := 0
	for i, line := range lines {
		switch line {
		case "    {":
			first = i
			continue
		case "    }", "    },", "}":
			if block := strings.Join(lines[first:i], "\n"); strings.Contains(block, secretsManager) || strings.Contains(block, `"read"`) {
				for at := first + 1; at <= i; at++ {
					numbers = append(numbers, at)
				}
			}
		}
		if strings.HasPrefix(line, "path ") {
			first = i
		}
	}
	return numbers
}

func TestEachLineOfAGrantIsNeeded(t *testing.T) {
	t.Parallel()
	for name, need := range grantNeeds() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			need.Failover = nil // granted, but not required in policies
			for file, content := range policyFiles(grant(need)) {
				lines := strings.Split(content, "\n")
				for _, i := range inner(lines) {
					left := strings.Join(slices.Delete(slices.Clone(lines), i, i+1), "\n")
					problems := Judge(parse(t, map[string]string{file: left}), []Need{need}, nil)
					assert.NotEmpty(t, problems, "without line %d %q:\n%s", i+1, lines[i], left)
				}
			}
		})
	}
}

func TestGrantIsDeterministic(t *testing.T) {
	t.Parallel()
	for name, need := range grantNeeds() {
		turned := need
		turned.VaultPaths = slices.Clone(need.VaultPaths)
		turned.Secrets = slices.Clone(need.Secrets)
		slices.Reverse(turned.VaultPaths)
		slices.Reverse(turned.Secrets)
		assert.Equal(t, grant(need), grant(turned), name)
	}
}

// In Vault, role and policy names are unique.
func TestSharedRole(t *testing.T) {
	t.Parallel()
	orders, test := vaultNeed("shop/orders", "secret/data/orders"), vaultNeed("test/orders", "secret/data/test")
	orders.Name, orders.Namespace, test.Name, test.Namespace = "orders", "shop", "orders", "test"
	elsewhere := vaultNeed("web/orders", "secret/data/web")
	orders.VaultRole, test.VaultRole, elsewhere.VaultRole, elsewhere.VaultAddress = "orders", "orders", "orders", "https://other.example.com"
	needs := []Need{orders, test, elsewhere}

	granter := NewGranter(needs)
	one, two, three := granter.Grant(orders).Vault, granter.Grant(test).Vault, granter.Grant(elsewhere).Vault
	assert.Equal(t, []string{"test/orders"}, one.SharedWith)
	assert.Contains(t, one.RoleCommand, "bound_service_account_namespaces=shop,test ")
	assert.Contains(t, one.Policy, "secret/data/orders")
	assert.Contains(t, one.Policy, "secret/data/test")
	assert.Equal(t, orders.Environment, two.WrittenFor)
	assert.Empty(t, two.Policy+two.RoleCommand, "once is enough, and of many it would be much")
	alone := NewGranter(needs).Grant(test).Vault
	assert.Equal(t, one.Policy, alone.Policy)
	assert.Equal(t, one.RoleCommand, alone.RoleCommand)
	assert.Empty(t, three.SharedWith)
	assert.NotContains(t, three.Policy, "secret/data/orders")
}

func TestGrantAsJSON(t *testing.T) {
	t.Parallel()
	out, err := json.Marshal(grant(Need{Environment: "a", Name: "a", Provider: "gcp"}))
	require.NoError(t, err)
	assert.JSONEq(t, `{"environment": "a", "name": "a", "provider": "gcp", "unknown": [], "leftOut": []}`, string(out))

	g := grant(grantNeeds()["aws"])
	assert.True(t, json.Valid([]byte(g.AWS.Policy)))
	assert.True(t, json.Valid([]byte(g.AWS.TrustPolicy)))
	assert.True(t, json.Valid([]byte(grant(grantNeeds()["azure"]).Azure.FederatedCredential)))
}
