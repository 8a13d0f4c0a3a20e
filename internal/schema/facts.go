package schema

import "example.com/mxlint/internal/manifest"

// Facts is what is wrong with the shape of one document. Each list is in the
// order of the document; nil means nothing.
type Facts struct {
	Violations    []Violation
	UnknownFields []UnknownField
	NonStrings    []NonString
	Duplicates    []Duplicate
}

// Violation is a value that the schema of the kind refuses, or the absence of
// one that it demands.
type Violation struct {
	// Path is the value, or the mapping that lacks a field.
	Path manifest.Path
	// Part is the value, or the key where a field is missing: the report then
	// stands at the mapping's own.
	Part manifest.Part
	// Keyword is the word of the schema: type, required, enum, pattern, ...
	Keyword string
	// Message is the whole wording. It shows no value of a secret field.
	Message string
	// Subject is the missing field, empty otherwise.
	Subject string
	// Quoted is the plain boolean or number to write in place of a quoted
	// one, empty where the violation is another.
	Quoted string
	// Reserved tells that the API server takes the value, a name that somebody
	// keeps for resources of their own.
	Reserved bool
}

// UnknownField is a field that the API server prunes.
type UnknownField struct {
	Path manifest.Path // of the field; the report stands at its key
	Name string
	// Nearest is the known field that Name probably means, or empty.
	Nearest string
	// Rightful is the dotted place of a known field that stands at the wrong
	// depth ("spec.runtime.dtapMode"), or places, joined by " or "; else empty.
	Rightful string
	// NearMiss tells that the field counts as Nearest, its neighbour, for
	// every other check, and that renaming it mends the document.
	NearMiss bool
	// With are the fields that stand at the wrong place with this one, all of
	// which belong under Under, which is missing or holds nothing.
	With  []string
	Under string
}

// NonString is a value of a map of strings that Kubernetes reads as something else.
type NonString struct {
	Path  manifest.Path
	Where string // "annotation", "label" or "parameter"
	Name  string // the key
	// Text is the scalar as it is written, empty for a list or map.
	Text string
	Type string // "boolean", "number", "list" or "map"
	// Reads is the string that Kubernetes' reading of Text amounts to.
	Reads string
}

// Duplicate is the second or a further occurrence of a key in one mapping.
type Duplicate struct {
	Path  manifest.Path // numbered by Repeated
	First manifest.Path
	Key   string
	Same  bool // whether the value equals the first one's
	// With are keys right behind it that stand twice as well, in the same order: a
	// line between the first ones and these was lost.
	With []string
	// Joined: two resources stand in one document.
	Joined bool
}
