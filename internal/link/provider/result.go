package provider

import "example.com/mxlint/internal/manifest"

// Parameter is one entry of spec.parameters, in file order, as Kubernetes
// reads it. Unknown says that the value is not known before rendering.
type Parameter struct {
	Name, Value string
	Unknown     bool
	// Collection tells that the value is a list or map, which the API server
	// refuses: what else is wrong with it need not be said.
	Collection bool
}

// Result is what a provider makes of the parameters. Slices may be nil.
// Pointers are relative to spec.parameters.
type Result struct {
	// Provider is whose reading this is; "" where Decode does not know the provider.
	Provider Name
	// Problems has no two entries for one cause.
	Problems []Problem
	// Readable says that objects decoded to at least one object, so that the
	// list of files can be trusted to be whole.
	Readable bool
	// Templated is the first template mark that stands where YAML structure
	// should, counted in the text of objects; nil where there is none.
	Templated *manifest.Pos
	// Parameters holds the parameters that the provider reads, by the name it
	// reads; a near miss stands under the name it was meant for.
	Parameters map[string]Field
	Objects    []Object
	Files      []File
	// Scalars lists the unquoted scalars that YAML 1.1 changes (aws only).
	Scalars []Scalar
}

// Field is a parameter, or a field of one object.
type Field struct {
	Value   string        // as the provider sees it; after a near miss, as it would
	Pointer manifest.Path // of the value
	Key     string        // the name as written
	Near    bool          // Key is a near miss: the provider reads nothing
	Unknown bool
	Written string // the text in the file, where YAML 1.1 changes it
	Set     bool   // present, and not null
	// Passed is the value of an older spelling of a parameter, which is not read
	// where both hold something; "" for none.
	Passed manifest.Path
}

// Has says that the field holds something, known or not.
func (f Field) Has() bool { return f.Set && (f.Value != "" || f.Unknown) }

// Object is one entry of objects.
type Object struct {
	Pointer manifest.Path
	Fields  map[string]Field // by the name that the provider reads
	Path    *VaultPath       // vault only
	// Args is the canonical JSON text of vault's secretArgs, empty without any.
	Args string
	// Failover is the objectName of failoverObject (aws), where it is right.
	Failover Field
	// ARN says what is wrong with the ARN in objectName (aws); nil if nothing.
	ARN *ARNFault
	// Torso tells that the object has but the field that names it, and lacks
	// others: it is no second object of that name.
	Torso bool
}

// ARNFaultKind is what is wrong with an ARN, in one word.
type ARNFaultKind string

// The faults of ARNs.
const (
	ARNMalformed ARNFaultKind = "malformed" // not of the form that ARNs have, or without the region that it has to name
	ARNService   ARNFaultKind = "service"   // of a service that objectType does not mean, or that keeps no secrets
	ARNRegion    ARNFaultKind = "region"    // in another region than the provider reads from
)

// ARNFault is the trouble with one ARN.
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
	// Pointer is the scalar that names the file, NamingField the field it stands in.
	Pointer     manifest.Path
	NamingField string
	// Entry is the object, or the entry of its jmesPath.
	Entry   manifest.Path
	Unknown bool // the name is, or holds, a template mark or a placeholder
	// Written is the naming scalar's text in the file, where YAML 1.1 changes it.
	Written string
	// Raw is the naming scalar's text before aws replaces its slashes; empty for
	// the other providers.
	Raw string
	// Instead is the name that the provider does give the file where Name comes
	// from a near miss of objectAlias, which it does not read; else empty.
	Instead string
	Parent  bool // an aws object's own file beside those of its jmesPath
	// Versioned says that azure makes <name>/0, <name>/1, … of it.
	Versioned bool
	// Key is the name on the store's side: vault secretKey, the key that an aws
	// path reads, azure objectName; empty where there is none.
	Key        string
	KeyPointer manifest.Path
	JMES       *JMES // aws entries of jmesPath only
	// Duplicates is the index of the first file with this name, or -1;
	// DuplicateWins says that the mount succeeds and the last one written stays.
	Duplicates    int
	DuplicateWins bool

	// NoFile says that no file can have this name, which Problems tells.
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
