package provider

import "example.com/mxlint/internal/manifest"

// ProblemKind is what a problem is about: each kind is one rule.
type ProblemKind string

// The kinds of problems.
const (
	KindParameter          ProblemKind = "parameter"
	KindUnknownParameter   ProblemKind = "unknown-parameter"
	KindObjectsShape       ProblemKind = "objects-shape"
	KindObjectField        ProblemKind = "object-field"
	KindUnknownObjectField ProblemKind = "unknown-object-field"
)

// Fault is what is wrong, in one word, for the messages of rules.
type Fault string

// The faults.
const (
	FaultMissing   Fault = "missing"   // required and absent: the place is what should contain it
	FaultEmpty     Fault = "empty"     // required and empty
	FaultNone      Fault = "none"      // there are no parameters at all
	FaultForm      Fault = "form"      // a value of the wrong form
	FaultBeside    Fault = "beside"    // a value that only another objectType accepts
	FaultType      Fault = "type"      // not the kind of YAML value that the field accepts
	FaultInstead   Fault = "instead"   // an unread name instead of the one in Nearest
	FaultStray     Fault = "stray"     // the same, for a name that nothing connects with Nearest
	FaultUnread    Fault = "unread"    // a name that the provider does not read
	FaultSyntax    Fault = "syntax"    // not YAML
	FaultShape     Fault = "shape"     // YAML, but not the structure that the provider decodes
	FaultForeign   Fault = "foreign"   // the structure of another provider, named in Provider
	FaultNoObject  Fault = "no-object" // nothing to mount
	FaultNullEntry Fault = "null-entry"
	FaultDuplicate Fault = "duplicate" // a duplicate key
	FaultDocument  Fault = "document"  // a second YAML document
)

// Problem is one thing that the provider rejects or ignores.
type Problem struct {
	Kind  ProblemKind
	Fault Fault
	// Pointer and Part are the place. The empty pointer is spec.parameters.
	Pointer manifest.Path
	Part    manifest.Part
	// Line and Column, from 1, are a position in the text of the string at Pointer, for
	// what has no value of its own; Column is 0 if only the line is known.
	Line, Column int
	// Tolerated means that the provider continues, and mounts all that the class asks
	// for; otherwise the mount fails or a file is not the one that was meant.
	Tolerated bool
	Name      string   // the parameter or field
	With      []string // other fields that the same entry lacks
	Text      string   // the value at fault, if it is one scalar
	Expected  string   // what would be right, to follow "expected"
	Nearest   string   // the known name that was meant, if one is near
	Provider  Name     // the provider whose form this is
	Mended    string   // the text of objects in the form that is decoded, "" if that is unknown
	Says      string   // the words of the pod's event, or what happens instead
}
