package link

// LinkState is what became of a member that an environment needs.
type LinkState string

// The states of links.
const (
	LinkFound      LinkState = "found"
	LinkMissing    LinkState = "missing"
	LinkMismatch   LinkState = "mismatch"   // found in another namespace
	LinkUnreadable LinkState = "unreadable" // it may stand in what could not be read
	LinkExternal   LinkState = "external"   // deployed from elsewhere
	LinkUnneeded   LinkState = "unneeded"   // the secret store is not read
)

// Link tells how a member that an environment needs was found, or was not.
type Link struct {
	// Kind is "ServiceAccount" or "SecretProviderClass"; "MendixApp" only where that
	// may stand in what could not be read.
	Kind  string    `json:"kind"`
	State LinkState `json:"state"`
	// At is the name of the resource that needs it, or the namespace that is odd.
	At Place `json:"at"`
	// Candidate is the nearest resource that may have been meant; nil for none.
	Candidate *Candidate `json:"candidate,omitempty"`
	// Of a mismatch: Namespace is the odd one and Wanted the one it should be, Odd
	// the kind that has it; Other is the namespace of the resource of OtherKind.
	Namespace string `json:"namespace"`
	Wanted    string `json:"wanted"`
	Odd       string `json:"odd"` // of a mismatch, the kind of the odd one
	Other     Place  `json:"other"`
	OtherKind string `json:"otherKind"`
}

// Candidate is a resource that may have been meant.
type Candidate struct {
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
	At        Place  `json:"at"`
	// Unlisted is its file, where that stands beside the kustomization and is not
	// listed there; "" elsewhere.
	Unlisted string `json:"unlisted,omitempty"`
}
