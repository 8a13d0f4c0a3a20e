package link

// LinkState is the state of a member that an environment needs.
type LinkState string

// The states of links.
const (
	LinkFound      LinkState = "found"
	LinkMissing    LinkState = "missing"
	LinkMismatch   LinkState = "mismatch"   // found in another namespace
	LinkUnreadable LinkState = "unreadable" // it may be in what could not be read
	LinkExternal   LinkState = "external"   // deployed from elsewhere
	LinkUnneeded   LinkState = "unneeded"   // the secret store is not read
)

// Link says whether and how a member that an environment needs was found.
type Link struct {
	// Kind is "ServiceAccount" or "SecretProviderClass"; "MendixApp" only if that may
	// be in what could not be read.
	Kind  string    `json:"kind"`
	State LinkState `json:"state"`
	// At is the name of the resource that needs it, or the namespace that differs.
	At Place `json:"at"`
	// Candidate is the nearest resource that may have been meant; nil for none.
	Candidate *Candidate `json:"candidate,omitempty"`
	// For a mismatch: Namespace is the one that differs and Wanted what it should be,
	// Odd the kind that has it; Other is the namespace of the resource of OtherKind.
	Namespace string `json:"namespace"`
	Wanted    string `json:"wanted"`
	Odd       string `json:"odd"` // for a mismatch, the kind of the one that differs
	Other     Place  `json:"other"`
	OtherKind string `json:"otherKind"`
}

// Candidate is a resource that may have been meant.
type Candidate struct {
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
	At        Place  `json:"at"`
	// Unlisted is its file, if that is next to a kustomization that does not list it;
	// otherwise "".
	Unlisted string `json:"unlisted,omitempty"`
}
