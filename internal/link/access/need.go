package access

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// Need is what one environment reads, and as whom. Package link creates it. What is
// unknown is empty; a text that contains a placeholder is never judged.
type Need struct {
	Environment string // as findings print it: "namespace/name", or only the name
	Namespace   string // empty if no manifest has it
	Name        string // of the ServiceAccount
	Ref         Ref    // of its name; handed back in Problem.Related
	Provider    Provider

	VaultPaths   []VaultPath
	VaultAddress string
	VaultRole    string
	VaultMount   string // of the Kubernetes auth method; empty means "kubernetes"
	// VaultNamespace is that of Vault Enterprise, empty for the root; Audience is that
	// of the token, empty for the provider's default.
	VaultNamespace, Audience string

	Secrets  []Secret
	Failover []Secret // read in another region if the first cannot be reached
	RoleARN  string   // eks.amazonaws.com/role-arn
	// PodIdentity means that the provider logs in with EKS Pod Identity, which requires
	// an association instead of the annotation.
	PodIdentity bool

	KeyVault string
	// ClientID is the identity that reads from Key Vault, and AppClientID the one with
	// which the app itself logs in.
	ClientID, AppClientID string
	// NodeIdentity means that ClientID is an identity of the nodes, which does not use
	// a token of the ServiceAccount.
	NodeIdentity bool
	// Certificates means that keys or certificates are read, not only secrets.
	Certificates bool

	// LeftOut is what is also read, but cannot be granted.
	LeftOut []Omission

	DatabaseLogin Login
	StorageLogin  Login
}

// Provider is what reads the secrets of an environment, as named by its class.
type Provider string

// The providers that access can be granted for.
const (
	ProviderVault Provider = "vault"
	ProviderAWS   Provider = "aws"
	ProviderAzure Provider = "azure"
)

// Ref is the place of a value: the ID of its document, and its path in it.
type Ref struct {
	Doc  string
	Path manifest.Path
}

// Login is how an app logs in to its database or its storage.
type Login string

// The ways to log in.
const (
	LoginUnknown       Login = "unknown"
	LoginPassword      Login = "password"
	LoginRDSIAM        Login = "rds-iam"
	LoginIRSA          Login = "irsa"
	LoginAzureIdentity Login = "azure-identity"
)

// Omission is something that an environment reads but that nothing is granted for.
type Omission struct {
	Text   string `json:"text"` // as written
	Reason string `json:"reason"`
}

// VaultPath is one API path that the class reads.
type VaultPath struct {
	Path string // without leading slash, "v1/", doubled slashes and query
	// Corrected is the path that the class should read, if another rule already reports
	// that Path is wrong; otherwise empty.
	Corrected string
	Method    string // empty means GET, which requires the capability "read"
	Ref       Ref    // handed back in Problem.Related
}

// Secret is one object of the AWS provider.
type Secret struct {
	Name   string // friendly name or ARN
	Type   SecretType
	Region string
	Ref    Ref // handed back in Problem.Related
}

// SecretType is the AWS service that keeps a secret, as objectType names it.
type SecretType string

// The types of secrets.
const (
	TypeSecretsManager SecretType = "secretsmanager"
	TypeSSMParameter   SecretType = "ssmparameter"
)

// target returns the path that the policies have to allow.
func (p VaultPath) target() string {
	if p.Corrected != "" {
		return p.Corrected
	}
	return p.Path
}

func (p VaultPath) reads() bool { return p.Method == "" || strings.EqualFold(p.Method, "GET") }

// ownName returns a name for what only this environment has: "namespace-name", or only
// the name if no namespace is written.
func (n *Need) ownName() string { return strings.TrimPrefix(n.Namespace+"-"+n.Name, "-") }

// subject returns the name of the ServiceAccount in a token of the cluster.
func (n *Need) subject() string {
	return subjectPrefix + orPlaceholder(n.Namespace, "namespace") + ":" + n.Name
}
