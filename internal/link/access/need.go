package access

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// Need is what one environment reads, and as whom. Package link makes it.
// What is unknown is empty; a text that holds a placeholder is never judged.
type Need struct {
	Environment string // as findings print it: "namespace/name", or the name
	Namespace   string // empty where no manifest writes it
	Name        string // of the ServiceAccount
	Ref         Ref    // of its name; handed back in Problem.Related
	Provider    Provider

	VaultPaths   []VaultPath
	VaultAddress string
	VaultRole    string
	VaultMount   string // of the Kubernetes auth method; empty means "kubernetes"
	// VaultNamespace is that of Vault Enterprise, empty for the root; Audience
	// is what the token is made for, empty for the provider's default.
	VaultNamespace, Audience string

	Secrets  []Secret
	Failover []Secret // read in another region while the first cannot be reached
	RoleARN  string   // eks.amazonaws.com/role-arn
	// PodIdentity tells that the provider logs in with EKS Pod Identity, which
	// takes an association in place of the annotation.
	PodIdentity bool

	KeyVault string
	// ClientID is the identity that reads from Key Vault, and AppClientID the one
	// that the app itself logs in with.
	ClientID, AppClientID string
	// NodeIdentity tells that ClientID is an identity of the nodes, which takes no
	// token of the ServiceAccount.
	NodeIdentity bool
	// Certificates tells that keys or certificates are read, not only secrets.
	Certificates bool

	// LeftOut is what is read besides, and cannot be granted.
	LeftOut []Omission

	DatabaseLogin Login
	StorageLogin  Login
}

// Provider is what reads the secrets of an environment, as its class names it.
type Provider string

// The providers that access can be granted for.
const (
	ProviderVault Provider = "vault"
	ProviderAWS   Provider = "aws"
	ProviderAzure Provider = "azure"
)

// Ref is the place of a value: the identifier of its document, and its path there.
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

// Omission is something that an environment reads and that nothing is granted for.
type Omission struct {
	Text   string `json:"text"` // as it is written
	Reason string `json:"reason"`
}

// VaultPath is one API path that the class reads.
type VaultPath struct {
	Path string // without leading slash, "v1/", doubled slashes and query
	// Corrected is the path that the class should read, where another rule
	// already says that Path is wrong; else empty.
	Corrected string
	Method    string // empty means GET, which needs the capability "read"
	Ref       Ref    // handed back in Problem.Related
}

// Secret is one object of the AWS provider.
type Secret struct {
	Name   string // friendly name or ARN
	Type   SecretType
	Region string
	Ref    Ref // handed back in Problem.Related
}

// SecretType is the service of AWS that keeps a secret, as objectType names it.
type SecretType string

// The types of secrets.
const (
	TypeSecretsManager SecretType = "secretsmanager"
	TypeSSMParameter   SecretType = "ssmparameter"
)

// target is the path that the policies have to allow.
func (p VaultPath) target() string {
	if p.Corrected != "" {
		return p.Corrected
	}
	return p.Path
}

func (p VaultPath) reads() bool { return p.Method == "" || strings.EqualFold(p.Method, "GET") }

// ownName is a name for what the environment alone has: "namespace-name", or the
// name where no namespace is written.
func (n *Need) ownName() string { return strings.TrimPrefix(n.Namespace+"-"+n.Name, "-") }

// subject is what the cluster calls the ServiceAccount in a token.
func (n *Need) subject() string {
	return subjectPrefix + orPlaceholder(n.Namespace, "namespace") + ":" + n.Name
}
