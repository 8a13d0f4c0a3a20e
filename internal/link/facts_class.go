package link

import "example.com/mxlint/internal/link/provider"

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
