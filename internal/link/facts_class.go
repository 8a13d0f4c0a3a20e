package link

import "example.com/mxlint/internal/link/provider"

// ProviderState is the state of the provider that a class names.
type ProviderState string

// The states of providers.
const (
	ProviderKnown   ProviderState = "known"
	ProviderAbsent  ProviderState = "absent"
	ProviderNear    ProviderState = "near"    // a misspelling of one that Mendix reads
	ProviderOther   ProviderState = "other"   // any other name
	ProviderUnknown ProviderState = "unknown" // a template, or misplaced, which is reported
)

// Class is the SecretProviderClass of an environment.
type Class struct {
	Resource
	Mark Mark `json:"mark"`
	// Provider is as written; ProviderAt is where it is, or should be.
	Provider      string        `json:"provider"`
	ProviderState ProviderState `json:"providerState"`
	// ProviderNearest is the one that was meant: because of a misspelling, or because
	// it reads in full what the written one rejects. It is "" if that is unknown.
	ProviderNearest provider.Name `json:"providerNearest"`
	ProviderAt      Place         `json:"providerAt"`
	// Parameters maps each parameter that is read to its value and place.
	Parameters   map[string]Parameter `json:"parameters"`
	ParametersAt Place                `json:"parametersAt"`
	ObjectsAt    Place                `json:"objectsAt"` // the key `objects`
	// Readable means that `objects` decodes to objects whose files are known.
	Readable bool `json:"readable"`
	// Cut means that `objects` has too much to be processed in full.
	Cut bool `json:"-"`
	// Templated is the first template syntax in `objects`; nil if there is none.
	Templated     *Place         `json:"templated,omitempty"`
	SecretObjects []SecretObject `json:"secretObjects"`
}

// Parameter is one value of spec.parameters.
type Parameter struct {
	Key     string `json:"key"` // as written, which may be misspelled
	Value   string `json:"value"`
	Unknown bool   `json:"unknown"`
	At      Place  `json:"at"`
	KeyAt   Place  `json:"keyAt"`
	// PassedAt is the key of an older spelling that is next to this one and is not
	// read.
	PassedAt *Place `json:"passedAt,omitempty"`
}

// SecretObjectFault is what is wrong with a field of spec.secretObjects.
type SecretObjectFault string

// The faults of secretObjects.
const (
	SecretObjectMissing   SecretObjectFault = "missing"   // absent, null or empty
	SecretObjectUnmounted SecretObjectFault = "unmounted" // no mounted file has the name
	SecretObjectTLS       SecretObjectFault = "tls"       // not a key of a Secret of this type
)

// SecretObject is a fault in spec.secretObjects: a field that is missing or names
// nothing.
type SecretObject struct {
	Field string            `json:"field"`
	Value string            `json:"value"`
	Fault SecretObjectFault `json:"fault"`
	At    Place             `json:"at"`
}
