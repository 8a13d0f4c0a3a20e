package link

// Resources are the three members of an environment; nil if the run does not have them.
type Resources struct {
	App     *App     `json:"app,omitempty"`
	Account *Account `json:"serviceAccount,omitempty"`
	Class   *Class   `json:"secretProviderClass,omitempty"`
}

// IDs returns the IDs of the members that the run has.
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
	// Spec is the written content of spec, with unknown values as null and what looks
	// like a secret masked; for custom policies.
	Spec any `json:"spec,omitempty"`
}

// MarkState is the state of an annotation.
type MarkState string

// The states of annotations.
const (
	MarkOK         MarkState = "ok"
	MarkAbsent     MarkState = "absent"
	MarkWrong      MarkState = "wrong"      // another value
	MarkNear       MarkState = "near"       // another key that was meant to be this one
	MarkLabel      MarkState = "label"      // a label instead of an annotation
	MarkUnknown    MarkState = "unknown"    // present, with an unknown value
	MarkUnreadable MarkState = "unreadable" // whether it is present is unknown
)

// Mark is an annotation that makes a resource part of an environment, or gives it an
// identity.
type Mark struct {
	State MarkState `json:"state"`
	Key   string    `json:"key"`   // as written; the right one if it is absent
	Value string    `json:"value"` // as written
	At    Place     `json:"at"`    // its value, or its key if that is wrong; if absent, where it should be
}

// Account is the ServiceAccount of an environment.
type Account struct {
	Resource
	Mark     Mark `json:"mark"`
	Role     Mark `json:"role"`     // eks.amazonaws.com/role-arn
	ClientID Mark `json:"clientID"` // azure.workload.identity/client-id
}
