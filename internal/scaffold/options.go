package scaffold

import "cmp"

// DefaultRuntimeVersion is the version of a MendixApp if none is given. It
// meets every version gate, and is the last patch of 10.24 whose S3 client does
// not need a region (10.24.14 needs one, which Operators below 2.25 do not
// provide).
const DefaultRuntimeVersion = "10.24.13.86719"

// The values of Options.Provider, Storage, Auth and Mode.
const (
	Vault = "vault"
	AWS   = "aws"
	Azure = "azure" // a provider, and a storage

	S3 = "s3"

	Password        = "password"
	IAM             = "iam"
	ManagedIdentity = "managed-identity"

	Standalone = "standalone"
	Connected  = "connected"
)

// Providers returns the values of Options.Provider.
func Providers() []string { return []string{Vault, AWS, Azure} }

// Storages returns the values of Options.Storage.
func Storages() []string { return []string{S3, Azure} }

// Auths returns the values of Options.Auth, the default first.
func Auths() []string { return []string{Password, IAM, ManagedIdentity} }

// Modes returns the values of Options.Mode, the default first.
func Modes() []string { return []string{Standalone, Connected} }

// Options says what to write. Each field corresponds to the flag of the same
// name on the command line ("--secret-path"); an empty one takes its default,
// or leaves a placeholder in the manifests.
type Options struct {
	// Provider is vault, aws or azure. It has no default.
	Provider string
	// Storage is s3 or azure. The default is the one that Auth logs in to, else
	// azure for the provider azure, else s3.
	Storage string
	// Auth is how the app logs in to its database and storage: password (the
	// default), iam (AWS) or managed-identity (Azure).
	Auth string
	// Name is the name of all three resources. It has no default.
	Name string
	// Namespace is left out of the manifests if it is empty.
	Namespace string
	// Mode is standalone (the default) or connected, in which the MendixApp is
	// not written.
	Mode string
	// Constants are app constants to read from the store, as "Module.Name".
	Constants []string

	// Role, Address and SecretPath are for vault. SecretPath is the folder of
	// the secrets "database", "storage" and "constants", with "data/" after the
	// mount of a kv-v2 engine; the default is secret/data/NAME.
	Role, Address, SecretPath string
	// KeyVault and TenantID are for azure.
	KeyVault, TenantID string
	// ClientID is for azure, and for managed-identity with any provider.
	ClientID string
	// RoleARN is for aws, and for iam with any provider.
	RoleARN string
	// Region and SecretName are for aws. Without a region the provider uses
	// that of the node.
	Region, SecretName string
	// RuntimeVersion and SourceURL are for the MendixApp.
	RuntimeVersion, SourceURL string
}

// withDefaults fills in what can be derived. Values that only the user can know
// get their placeholders when they are written.
func (o Options) withDefaults() Options {
	o.Auth = cmp.Or(o.Auth, Password)
	o.Mode = cmp.Or(o.Mode, Standalone)
	o.Storage = cmp.Or(o.Storage, o.defaultStorage())
	o.SecretPath = cmp.Or(o.SecretPath, "secret/data/"+o.Name)
	o.RuntimeVersion = cmp.Or(o.RuntimeVersion, DefaultRuntimeVersion)
	return o
}

func (o Options) defaultStorage() string {
	switch {
	case o.Auth == IAM:
		return S3
	case o.Auth == ManagedIdentity, o.Provider == Azure:
		return Azure
	}
	return S3
}
