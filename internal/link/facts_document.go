package link

import (
	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/manifest"
)

// Document is one of our documents, and what is wrong with its shape.
type Document struct {
	ID   string `json:"id"`
	Path string `json:"path"`
	Line int    `json:"line"`
	Kind string `json:"kind"`
	Name string `json:"name"`

	APIVersion    APIVersion     `json:"apiVersion"`
	KindField     KindField      `json:"kindField"`
	Violations    []Violation    `json:"violations"`
	UnknownFields []UnknownField `json:"unknownFields"`
	NonStrings    []NonString    `json:"nonStrings"`
	Duplicates    []DuplicateKey `json:"duplicates"`
	Placeholders  []Placeholder  `json:"placeholders"`
	// Twin is an earlier resource of the same kind, name and namespace.
	Twin *Candidate `json:"twin,omitempty"`
	At   Place      `json:"at"` // the name

	Doc *manifest.Doc `json:"-"`
}

// KindState is the state of a document's kind.
type KindState string

// The states of kinds.
const (
	KindKnown  KindState = "known"
	KindWrong  KindState = "wrong"
	KindAbsent KindState = "absent"
)

// KindField is how a document names its kind.
type KindField struct {
	State KindState `json:"state"`
	Value string    `json:"value"` // as written
	At    Place     `json:"at"`    // the value, or that of apiVersion if there is none
}

// APIState is the state of a document's apiVersion.
type APIState string

// The states of apiVersions.
const (
	APIServed     APIState = "served"
	APIDeprecated APIState = "deprecated"
	APIUnserved   APIState = "unserved"
	APIAbsent     APIState = "absent"
)

// APIVersion says whether a cluster serves the document's apiVersion.
type APIVersion struct {
	State    APIState `json:"state"`
	Value    string   `json:"value"`
	Expected string   `json:"expected"`
	At       Place    `json:"at"`
}

// Violation is a violation of the JSON Schema of the kind.
type Violation struct {
	Keyword  string `json:"keyword"`
	Message  string `json:"message"`
	Reserved bool   `json:"reserved"` // a name that is reserved for other resources
	Subject  string `json:"subject"`
	Plain    string `json:"plain"` // what to write instead of a quoted boolean or number
	At       Place  `json:"at"`
}

// UnknownField is a field that the API server does not know.
type UnknownField struct {
	Name     string `json:"name"`
	Nearest  string `json:"nearest"`
	Rightful string `json:"rightful"` // where a known field at the wrong depth belongs
	NearMiss bool   `json:"nearMiss"`
	// With are the fields that are misplaced together with this one.
	With []string `json:"with"`
	// Under is the field that all of them belong under; "" if there is only one.
	Under string `json:"under"`
	At    Place  `json:"at"`
}

// NonString is a value that has to be a string but that Kubernetes reads as something
// else.
type NonString struct {
	Where string `json:"where"` // "annotation", "label" or "parameter"
	Name  string `json:"name"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	Reads string `json:"reads"` // the string that corresponds to what Kubernetes reads
	At    Place  `json:"at"`
}

// DuplicateKey is the second or a further occurrence of a mapping key.
type DuplicateKey struct {
	Key  string `json:"key"`
	Same bool   `json:"same"` // whether both have the same value
	// With are the keys right after it that are duplicates as well.
	With []string `json:"with"`
	// Joined means that a second resource starts at this key.
	Joined bool  `json:"joined"`
	At     Place `json:"at"`
	First  Place `json:"first"`
}

// Placeholder is template text that was never filled in.
type Placeholder struct {
	Text string `json:"text"`
	At   Place  `json:"at"`
}

// Broken is a document that could not be read.
type Broken struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"` // why, or how to render it
	Source  string `json:"source"`  // the template that this part of a rendered stream comes from
	// Unrendered means that it is a template, chart or kustomization that was not
	// rendered.
	Unrendered bool `json:"unrendered"`
	// Rendering means that it is a kustomization or chart as a whole; Message then says
	// how to render it.
	Rendering bool  `json:"rendering"`
	At        Place `json:"at"`
}

// Ignore is an ignore, and what became of it in the run.
type Ignore struct {
	Rule    string `json:"rule"`
	Nearest string `json:"nearest"`
	Kind    string `json:"kind"`
	Reason  string `json:"reason"`
	Used    bool   `json:"used"`
	Known   bool   `json:"known"`
	Ran     bool   `json:"ran"`
	At      Place  `json:"at"`
}

// Access is a fault in a policy file.
type Access struct {
	Rule        string        `json:"rule"` // "access/vault-policy" ...
	Reason      access.Reason `json:"reason"`
	Environment string        `json:"environment"`
	Name        string        `json:"name"`
	Expected    []string      `json:"expected"`
	Missing     []string      `json:"missing"`
	Says        string        `json:"says"` // what is there instead, or why a file cannot be read
	ARN         string        `json:"arn"`  // the right one instead of another, as far as it is known
	At          Place         `json:"at"`
	Related     []Place       `json:"related"`
}
