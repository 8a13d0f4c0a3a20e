package link

import "example.com/mxlint/internal/link/provider"

// Subject is what the rules judge: an environment, a document that belongs to
// none, or the run itself. It is the input document of every rule, and what
// `mxlint inspect --format json` prints; lists are never nil there.
type Subject struct {
	Environment
	// Documents are the documents that belong here, and what is wrong with
	// their shape.
	Documents []Document `json:"documents"`
	// Broken are the documents that could not be read.
	Broken []Broken `json:"broken"`
	// Ignores are the suppressions of the run; only the run's own subject has them.
	Ignores []Ignore `json:"ignores"`
	// Access are the shortcomings of policy files kept beside the manifests.
	Access []Access `json:"access"`
}

// Environment is a name, and a namespace, that a MendixApp, a ServiceAccount
// and a SecretProviderClass share.
type Environment struct {
	// ID is "namespace/name", or the name where no namespace is written.
	ID        string `json:"id"`
	Name      string `json:"name"`
	Namespace string `json:"namespace"` // "" where none is written
	Mode      Mode   `json:"mode"`
	Orphan    bool   `json:"orphan"` // belongs to no MendixApp although its namespace has some
	// Provider is the one that the class was meant for, which may not be the written
	// one; "" where there is no class or none can be told.
	Provider  provider.Name `json:"provider"`
	Resources Resources     `json:"resources"`
	Links     []Link        `json:"links"`

	Problems     []Problem     `json:"problems"` // what the provider refuses or ignores
	Objects      []Object      `json:"objects"`
	Scalars      []Scalar11    `json:"scalars"` // that YAML 1.1 changes
	MountedFiles []MountedFile `json:"mountedFiles"`
	// Complete tells that the names of all mounted files are known: none is a
	// template or refused, and no entry has a field twice.
	Complete bool `json:"complete"`
	// MountsUnknown says, in words, why they are not; "" where they are.
	MountsUnknown string `json:"mountsUnknown"`
	// Mounted maps each Mendix key to the files that mount it, as indexes.
	Mounted map[string][]int `json:"mounted"`
	Groups  Groups           `json:"groups"`
	Storage Storage          `json:"storage"`
	// Unmounted are the keys of database and storage that an app like this may
	// need to start and to log in, and that no file is mounted for.
	Unmounted []string `json:"unmounted"`
	Login     Login    `json:"login"`
	Needs     Needs    `json:"needs"`
	Gates     []Gate   `json:"gates"`
	Versions  Versions `json:"versions"`
	// Database is what the configuration says of the database: "postgresql",
	// "sqlserver" or "".
	Database string `json:"database"`
	// VaultMounts are the Vault mounts that the configuration declares: "1", "2" or "other".
	VaultMounts map[string]string `json:"vaultMounts"`
	// Unknown says, in words, what could not be told.
	Unknown []string `json:"unknown"`
}

// Mode tells who makes the MendixApp of an environment.
type Mode string

// The modes.
const (
	ModeStandalone Mode = "standalone" // it is kept in git
	ModeConnected  Mode = "connected"  // the Portal makes it
)

// Storage is the kind of file storage in use, as the mounted keys show it; ""
// where they show none. One kind is the family of its keys.
type Storage string

// The kinds of storage.
const (
	StorageS3    Storage = "s3"
	StorageAzure Storage = "azure"
	StorageMixed Storage = "mixed" // keys of both are mounted
)

// Resources are the three members of an environment; nil where the run has none.
type Resources struct {
	App     *App     `json:"app,omitempty"`
	Account *Account `json:"serviceAccount,omitempty"`
	Class   *Class   `json:"secretProviderClass,omitempty"`
}

// IDs are those of the members that the run has.
func (r *Resources) IDs() []string {
	var ids []string
	if r.App != nil {
		ids = append(ids, r.App.ID)
	}
	if r.Account != nil {
		ids = append(ids, r.Account.ID)
	}
	if r.Class != nil {
		ids = append(ids, r.Class.ID)
	}
	return ids
}

// Resource is what all three have in common.
type Resource struct {
	ID         string `json:"id"` // the document's
	Path       string `json:"path"`
	Line       int    `json:"line"`   // of the name
	Column     int    `json:"column"` // of the name
	APIVersion string `json:"apiVersion"`
	Kind       string `json:"kind"`
	Name       string `json:"name"`
	Namespace  string `json:"namespace"`
	// NameAt is the value of metadata.name, NamespaceAt that of metadata.namespace.
	NameAt      Place `json:"nameAt"`
	NamespaceAt Place `json:"namespaceAt"`
	// Spec is the written content below spec, with unknown values as null and
	// what looks like a secret masked; for custom policies.
	Spec any `json:"spec,omitempty"`
}

// MarkState is what became of an annotation.
type MarkState string

// The states of annotations.
const (
	MarkOK         MarkState = "ok"
	MarkAbsent     MarkState = "absent"
	MarkWrong      MarkState = "wrong"      // another value
	MarkNear       MarkState = "near"       // another key that was meant for it
	MarkLabel      MarkState = "label"      // a label in place of it
	MarkUnknown    MarkState = "unknown"    // there, with a value that is not known
	MarkUnreadable MarkState = "unreadable" // whether it is there cannot be told
)

// Mark is an annotation that makes a resource belong to an environment, or
// gives it an identity.
type Mark struct {
	State MarkState `json:"state"`
	Key   string    `json:"key"`   // as written; the right one where it is absent
	Value string    `json:"value"` // as written
	At    Place     `json:"at"`    // the annotation's value, or key where that is wrong; where it should stand
}

// Account is the ServiceAccount of an environment.
type Account struct {
	Resource
	Mark     Mark `json:"mark"`
	Role     Mark `json:"role"`     // eks.amazonaws.com/role-arn
	ClientID Mark `json:"clientID"` // azure.workload.identity/client-id
}

// ProviderState is what became of the provider that a class names.
type ProviderState string

// The states of providers.
const (
	ProviderKnown   ProviderState = "known"
	ProviderAbsent  ProviderState = "absent"
	ProviderNear    ProviderState = "near"    // a slip of one that Mendix reads
	ProviderOther   ProviderState = "other"   // any other name
	ProviderUnknown ProviderState = "unknown" // a template, or told of its place
)

// Class is the SecretProviderClass of an environment.
type Class struct {
	Resource
	Mark Mark `json:"mark"`
	// Provider is as written; ProviderAt where it stands, or should.
	Provider      string        `json:"provider"`
	ProviderState ProviderState `json:"providerState"`
	// ProviderNearest is the one that was meant: by a slip, or since it reads in
	// full what the written one refuses. It is "" where that is not known.
	ProviderNearest provider.Name `json:"providerNearest"`
	ProviderAt      Place         `json:"providerAt"`
	// Parameters maps each parameter that is read to its value and place.
	Parameters   map[string]Parameter `json:"parameters"`
	ParametersAt Place                `json:"parametersAt"`
	ObjectsAt    Place                `json:"objectsAt"` // the key `objects`
	// Readable tells whether `objects` decodes to objects whose files are known.
	Readable bool `json:"readable"`
	// Cut tells that `objects` holds too much to be taken in whole.
	Cut bool `json:"-"`
	// Templated is where template syntax stands in `objects`; nil where there is none.
	Templated     *Place         `json:"templated,omitempty"`
	SecretObjects []SecretObject `json:"secretObjects"`
}

// Parameter is one value of spec.parameters.
type Parameter struct {
	Key     string `json:"key"` // as written, which may be a near miss
	Value   string `json:"value"`
	Unknown bool   `json:"unknown"`
	At      Place  `json:"at"`
	KeyAt   Place  `json:"keyAt"`
	// PassedAt is the key of an older spelling that stands beside this one and is
	// not read.
	PassedAt *Place `json:"passedAt,omitempty"`
}

// SecretObjectFault is what is wrong with a field of spec.secretObjects.
type SecretObjectFault string

// The faults of secretObjects.
const (
	SecretObjectMissing   SecretObjectFault = "missing"   // absent, null or empty
	SecretObjectUnmounted SecretObjectFault = "unmounted" // no mounted file has the name
	SecretObjectTLS       SecretObjectFault = "tls"       // a key that a Secret of this type does not have
)

// SecretObject is a shortcoming of spec.secretObjects: a field that is missing
// or names nothing.
type SecretObject struct {
	Field string            `json:"field"`
	Value string            `json:"value"`
	Fault SecretObjectFault `json:"fault"`
	At    Place             `json:"at"`
}
