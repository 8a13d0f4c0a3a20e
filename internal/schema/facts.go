package schema

import "example.com/mxlint/internal/manifest"

// Facts are what is wrong with the shape of one document. Each list is in
// document order; nil means nothing.
type Facts struct {
	Violations    []Violation
	UnknownFields []UnknownField
	NonStrings    []NonString
	Duplicates    []Duplicate
}

// Violation is a value that the schema of the kind rejects, or the absence of
// one that it requires.
type Violation struct {
	// Path is that of the value, or of the mapping that lacks a field.
	Path manifest.Path
	// Part is the value, or the key if a field is missing: the report is then
	// at the mapping's own key.
	Part manifest.Part
	// Keyword is the schema keyword: type, required, enum, pattern, ...
	Keyword string
	// Message is the whole message. It never contains the value of a secret
	// field.
	Message string
	// Subject is the missing field, empty otherwise.
	Subject string
	// Unquoted is the plain boolean or number to write instead of a quoted one,
	// empty for other violations.
	Unquoted string
	// Reserved reports whether the API server accepts the value, a name that
	// someone reserves for their own resources.
	Reserved bool
}

// UnknownField is a field that the API server prunes.
type UnknownField struct {
	Path manifest.Path // of the field; the report is at its key
	Name string
	// Nearest is the known field that Name probably means, or empty.
	Nearest string
	// BelongsAt is the dotted path where a known field at the wrong depth
	// belongs ("spec.runtime.dtapMode"), or several, joined by " or "; else
	// empty.
	BelongsAt string
	// NearMiss reports whether the field counts as Nearest, a sibling of it,
	// for every other check, and renaming it fixes the document.
	NearMiss bool
	// With are the fields in the same wrong place as this one, all of which
	// belong under Under, which is missing or empty.
	With  []string
	Under string
}

// NonString is a value in a map of strings that Kubernetes reads as something
// else.
type NonString struct {
	Path  manifest.Path
	Where string // "annotation", "label" or "parameter"
	Name  string // the key
	// Text is the scalar as written, empty for a list or map.
	Text string
	Type string // "boolean", "number", "list" or "map"
	// Reads is the string for what Kubernetes reads Text as.
	Reads string
}

// Duplicate is the second or a later occurrence of a key in one mapping.
type Duplicate struct {
	Path  manifest.Path // numbered by Repeated
	First manifest.Path
	Key   string
	Same  bool // whether the value equals the first one's
	// With are the keys right after it that occur twice as well, in the same
	// order: a line between the first ones and these was lost.
	With []string
	// TwoObjects reports whether one document contains two resources.
	TwoObjects bool
}
