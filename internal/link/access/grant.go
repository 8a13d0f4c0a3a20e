package access

import (
	"slices"
	"strings"
)

// Grants is the least access that one environment needs, ready to apply.
type Grants struct {
	Environment string      `json:"environment"`
	Namespace   string      `json:"namespace,omitempty"`
	Name        string      `json:"name"`
	Provider    Provider    `json:"provider"`
	Vault       *VaultGrant `json:"vault,omitempty"`
	AWS         *AWSGrant   `json:"aws,omitempty"`
	Azure       *AzureGrant `json:"azure,omitempty"`
	// Unknown explains the placeholders, in their order of appearance.
	Unknown []Placeholder `json:"unknown"`
	// LeftOut is what the environment also reads, but is not granted.
	LeftOut []Omission `json:"leftOut"`
}

// Placeholder is a value that the manifests do not show.
type Placeholder struct {
	Name    string `json:"name"` // as it appears in the texts: "<account-id>"
	Meaning string `json:"meaning"`
}

// VaultGrant lets an environment read from Vault.
type VaultGrant struct {
	// SharedWith are other environments that log in with this role: in Vault its name
	// is unique, so role and policy are made for all of them.
	SharedWith []string `json:"sharedWith"`
	// WrittenFor is the environment whose grant has the texts, if they are shared and
	// this is a later one; otherwise "".
	WrittenFor string `json:"writtenFor,omitempty"`
	PolicyName string `json:"policyName"`
	// PolicyCommand writes the policy, except for the name of its file.
	PolicyCommand string `json:"policyCommand"`
	Policy        string `json:"policy"` // HCL
	Role          string `json:"role"`
	RoleCommand   string `json:"roleCommand"`
}

// AWSGrant lets an environment read from AWS, and log in to S3 and RDS if it has no
// keys and no password for them.
type AWSGrant struct {
	Policy      string `json:"policy,omitempty"` // JSON; empty if nothing is read
	Subject     string `json:"subject"`
	TrustPolicy string `json:"trustPolicy"` // JSON
	// Association is the command that assigns the role to the ServiceAccount with EKS
	// Pod Identity; empty if that is not used.
	Association string `json:"association,omitempty"`
}

// AzureGrant lets an environment read from Key Vault, and log in to Blob Storage if it
// has no key for it.
type AzureGrant struct {
	Subject string `json:"subject"`
	// FederatedCredential is JSON, for each identity that is used with a token of the
	// ServiceAccount; empty if there is none.
	FederatedCredential string   `json:"federatedCredential,omitempty"`
	RoleAssignments     []string `json:"roleAssignments"` // commands
}

// Granter writes the access of environments, and only once what they share.
type Granter struct{ roles map[vaultRole]*sharedRole }

// NewGranter returns a Granter for all environments of a run.
func NewGranter(needs []Need) *Granter {
	granter := &Granter{roles: make(map[vaultRole]*sharedRole)}
	for i := range needs {
		granter.share(&needs[i])
	}
	return granter
}

// Grant writes the access that an environment needs. Equal needs give equal texts,
// whatever the order in which they were read.
func (r *Granter) Grant(need Need) Grants {
	g := Grants{Environment: need.Environment, Namespace: need.Namespace, Name: need.Name, Provider: need.Provider}
	g.LeftOut = append([]Omission{}, need.LeftOut...)
	if need.Provider == ProviderVault {
		g.Vault, g.LeftOut = r.grantVault(&need)
	}
	if need.Provider == ProviderAWS || need.StorageLogin == LoginIRSA || need.DatabaseLogin == LoginRDSIAM {
		g.AWS = grantAWS(&need)
	}
	if need.Provider == ProviderAzure || need.StorageLogin == LoginAzureIdentity || need.DatabaseLogin == LoginAzureIdentity {
		g.Azure = grantAzure(&need)
	}
	g.Unknown = g.unknown()
	return g
}

// meanings explains the placeholders, in the order of the texts.
func meanings() []Placeholder {
	return []Placeholder{
		{"<namespace>", "the namespace of the ServiceAccount, which no manifest writes"},
		{"<role>", "the Vault role: roleName of the class"},
		{"<region>", "the AWS region of the secret"},
		{"<account-id>", "the AWS account"},
		{"<bucket-name>", "the S3 bucket, which storage-endpoint and storage-bucket-name give"},
		{"<db-region>", "the AWS region of the database"},
		{"<db-resource-id>", "the resource ID of the RDS instance, such as db-ABCDEFGHIJKL01234"},
		{"<database-username>", "the value of database-username"},
		{"<cluster>", "the name of the EKS cluster"},
		{"<role-name>", "the IAM role"},
		{"<oidc-provider>", "the OIDC issuer of the EKS cluster, without https://"},
		{"<oidc-issuer-url>", "the OIDC issuer URL of the AKS cluster"},
		{"<client-id>", "the client ID of the managed identity"},
		{"<app-client-id>", "the client ID of the managed identity that the app logs in with"},
		{"<subscription-id>", "the Azure subscription"},
		{"<resource-group>", "the resource group of the Key Vault"},
		{"<key-vault>", "the Key Vault: keyvaultName of the class"},
		{"<storage-resource-group>", "the resource group of the storage account"},
		{"<storage-account>", "the storage account, which storage-azure-blob-endpoint gives"},
		{"<container>", "the value of storage-azure-container"},
	}
}

// unknown returns the placeholders that the texts contain.
func (g *Grants) unknown() []Placeholder {
	texts := strings.Join(g.texts(), "\n")
	return slices.DeleteFunc(meanings(), func(p Placeholder) bool { return !strings.Contains(texts, p.Name) })
}

func (g *Grants) texts() []string {
	var texts []string
	if v := g.Vault; v != nil {
		texts = append(texts, v.Policy, v.RoleCommand)
	}
	if a := g.AWS; a != nil {
		texts = append(texts, a.Policy, a.TrustPolicy, a.Association)
	}
	if a := g.Azure; a != nil {
		texts = append(texts, a.FederatedCredential, strings.Join(a.RoleAssignments, "\n"))
	}
	return texts
}
