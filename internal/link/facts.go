package link

import "example.com/mxlint/internal/link/provider"

// Subject is what the rules judge: an environment, a document that belongs to none, or
// the run itself. It is the input document of every rule, and what
// `mxlint inspect --format json` prints; its lists are never nil there.
type Subject struct {
	Environment
	// Documents are the documents that belong to the subject, and what is wrong with
	// their shape.
	Documents []Document `json:"documents"`
	// Broken are the documents that could not be read.
	Broken []Broken `json:"broken"`
	// Ignores are the ignores of the run; only the subject of the run itself has them.
	Ignores []Ignore `json:"ignores"`
	// Access are the faults of policy files kept next to the manifests.
	Access []Access `json:"access"`
}

// Environment is a name, and a namespace, that a MendixApp, a ServiceAccount
// and a SecretProviderClass share.
type Environment struct {
	// ID is "namespace/name", or only the name if no namespace is written.
	ID        string `json:"id"`
	Name      string `json:"name"`
	Namespace string `json:"namespace"` // "" if none is written
	Mode      Mode   `json:"mode"`
	Orphan    bool   `json:"orphan"` // belongs to no MendixApp although its namespace has some
	// Provider is the one that the class was meant for, which may differ from what is
	// written; "" if there is no class or the provider is unknown.
	Provider  provider.Name `json:"provider"`
	Resources Resources     `json:"resources"`
	Links     []Link        `json:"links"`

	Problems     []Problem     `json:"problems"` // what the provider rejects or ignores
	Objects      []Object      `json:"objects"`
	Scalars      []Scalar11    `json:"scalars"` // those that YAML 1.1 changes
	MountedFiles []MountedFile `json:"mountedFiles"`
	// Complete means that the names of all mounted files are known: none is a template
	// or rejected, and no entry has a field twice.
	Complete bool `json:"complete"`
	// MountsUnknown says, in words, why they are not known; "" if they are.
	MountsUnknown string `json:"mountsUnknown"`
	// Mounted maps each Mendix key to the indexes of the files that mount it.
	Mounted map[string][]int `json:"mounted"`
	Groups  Groups           `json:"groups"`
	Storage Storage          `json:"storage"`
	// Unmounted are the database and storage keys that an app like this may need to
	// start and to log in, but that no file is mounted for.
	Unmounted []string `json:"unmounted"`
	Login     Login    `json:"login"`
	Needs     Needs    `json:"needs"`
	Gates     []Gate   `json:"gates"`
	Versions  Versions `json:"versions"`
	// Database is the kind of database according to the configuration: "postgresql",
	// "sqlserver" or "".
	Database string `json:"database"`
	// VaultMounts are the Vault mounts that the configuration declares: "1", "2" or "other".
	VaultMounts map[string]string `json:"vaultMounts"`
	// Unknown says, in words, what could not be determined.
	Unknown []string `json:"unknown"`
}

// Mode says who creates the MendixApp of an environment.
type Mode string

// The modes.
const (
	ModeStandalone Mode = "standalone" // it is kept in git
	ModeConnected  Mode = "connected"  // the Portal creates it
)

// Storage is the kind of file storage in use, according to the mounted keys; "" if they
// do not show it. A kind is the family of its keys.
type Storage string

// The kinds of storage.
const (
	StorageS3    Storage = "s3"
	StorageAzure Storage = "azure"
	StorageMixed Storage = "mixed" // keys of both are mounted
)
