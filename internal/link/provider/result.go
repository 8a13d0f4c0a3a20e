package provider

import "example.com/mxlint/internal/manifest"

// Parameter is one entry of spec.parameters, in file order, as Kubernetes reads it.
// Unknown means that the value is not known before rendering.
type Parameter struct {
	Name, Value string
	Unknown     bool
	// Collection means that the value is a list or map, which the API server rejects:
	// what else is wrong with it is not reported.
	Collection bool
}

// Result is what a provider makes of the parameters. Slices may be nil.
// Pointers are relative to spec.parameters.
type Result struct {
	// Provider is the provider that was decoded for; "" if Decode does not support it.
	Provider Name
	// Problems has only one entry for each cause.
	Problems []Problem
	// Readable means that objects decoded to at least one object, so that the list of
	// files is complete.
	Readable bool
	// Templated is the first template mark that replaces YAML structure, as a position
	// in the text of objects; nil if there is none.
	Templated *manifest.Pos
	// Parameters are the parameters that the provider reads, by the name it reads; a
	// near miss has the name it was meant to have.
	Parameters map[string]Field
	Objects    []Object
	Files      []File
	// Scalars lists the unquoted scalars that YAML 1.1 changes (aws only).
	Scalars []Scalar
}

// Field is a parameter, or a field of one object.
type Field struct {
	Value   string        // as the provider sees it; for a near miss, as it would see it
	Pointer manifest.Path // of the value
	Key     string        // the name as written
	Near    bool          // Key is a near miss: the provider reads nothing
	Unknown bool
	Written string // the text in the file, if YAML 1.1 changes it
	Set     bool   // present, and not null
	// Passed is the value of an older spelling of a parameter, which is not read if
	// both have a value; "" for none.
	Passed manifest.Path
}

// Has reports whether the field has a value, known or not.
func (f Field) Has() bool { return f.Set && (f.Value != "" || f.Unknown) }

// Object is one entry of objects.
type Object struct {
	Pointer manifest.Path
	Fields  map[string]Field // by the name that the provider reads
	Path    *VaultPath       // vault only
	// Args is the canonical JSON of vault's secretArgs, empty if there are none.
	Args string
	// Failover is the objectName of failoverObject (aws), if that is valid.
	Failover Field
	// ARN is what is wrong with the ARN in objectName (aws); nil if nothing is.
	ARN *ARNFault
	// NameOnly means that the object only has the field that names it, and lacks
	// others: it does not count as a second object of that name.
	NameOnly bool
}

// ARNFaultKind is what is wrong with an ARN, in one word.
type ARNFaultKind string

// The faults of ARNs.
const (
	ARNMalformed ARNFaultKind = "malformed" // not of the form of ARNs, or without the region that it has to name
	ARNService   ARNFaultKind = "service"   // of a service that does not match objectType, or that keeps no secrets
	ARNRegion    ARNFaultKind = "region"    // in another region than the provider reads from
)

// ARNFault is a fault in one ARN.
type ARNFault struct {
	Pointer  manifest.Path
	Fault    ARNFaultKind
	Text     string // the ARN
	Expected string
	Says     string
}

// File is one file that the provider would write.
type File struct {
	Name   string
	Source string // vault path#key, aws objectName#path, azure objectName#objectType
	Object int    // index into Result.Objects
	// Pointer is the scalar that names the file, NamingField the field that contains
	// it.
	Pointer     manifest.Path
	NamingField string
	// Entry is the object, or the entry of its jmesPath.
	Entry   manifest.Path
	Unknown bool // the name is, or contains, a template mark or a placeholder
	// Written is the naming scalar's text in the file, if YAML 1.1 changes it.
	Written string
	// Raw is the naming scalar's text before aws replaces its slashes; empty for
	// the other providers.
	Raw string
	// Instead is the actual name of the file if Name comes from a near miss of
	// objectAlias, which the provider does not read; otherwise empty.
	Instead string
	Parent  bool // an aws object's own file, besides those of its jmesPath
	// Versioned means that azure writes <name>/0, <name>/1, … instead.
	Versioned bool
	// Key is the name in the store: vault secretKey, the key that an aws path reads, or
	// would read in quotes, azure objectName; empty if there is none.
	Key        string
	KeyPointer manifest.Path
	JMES       *JMES // only for aws entries of jmesPath
	// Duplicates is the index of the first file with this name, or -1; DuplicateWins
	// means that the mount succeeds and the last one written stays.
	Duplicates    int
	DuplicateWins bool

	// NoFile means that no file can have this name, which is in Problems.
	NoFile bool

	refused  bool   // the driver does not write it
	alias    string // aws: the alias as the provider compares it
	previous int    // aws: the last object before with the same objectName, or -1
}

// Scalar is an unquoted scalar that the provider reads as something else.
type Scalar struct {
	Pointer          manifest.Path
	Field            string
	Written, Becomes string
}
