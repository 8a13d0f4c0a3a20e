package manifest

import (
	"sync"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Doc is one document: a mapping, usually a Kubernetes object.
type Doc struct {
	File *File
	// Root is the mapping. Its nodes have absolute lines, as the YAML parser
	// counts; ask Locate for places. Aliases and merge keys are unresolved.
	Root *yaml.Node
	// Start and End bound the whole document in File.Text; items of a List
	// share those of the list.
	Start, End int
	// Index counts the documents of the file from 0, items of a List one by one.
	Index int
	// APIVersion and Kind are as written, "" where they are no scalar.
	APIVersion, Kind string
	// TypedBy is where the list whose item this is names the apiVersion for it, and
	// its kind; nil for a document that names its own.
	TypedBy *Span
	// Template is where template syntax stands in place of structure; nil
	// where the document needs no rendering.
	Template *Pos
	// Source names the template that a rendered stream says it comes from, ""
	// where it says nothing.
	Source string
	// Origin carries the places of a rendered document back to its sources;
	// nil for a document as it was read.
	Origin Origin

	mu    sync.Mutex
	inner map[Path]*innerDoc
}

// Origin knows where the values of a rendered document come from.
type Origin interface {
	// Locate returns the source place of a value of the rendered document;
	// exact is false when it is only the nearest thing known.
	Locate(path Path, part Part) (span Span, exact bool)
	// LocateText is Locate for a line and column, from 1, of the text that the
	// string at path decodes to.
	LocateText(path Path, line, column int) (span Span, exact bool)
	// Edits works operations on the rendered document out in the one document of
	// the sources where all they touch stands as it was rendered; an error where
	// there is none.
	Edits(ops []Op) ([]Edit, error)
	// Deployment names what was rendered: the overlay's folder or the chart.
	Deployment() string
}

// Part tells the two sides of a mapping entry apart; an empty one is Value. As
// text it is what facts and reports of rules call them.
type Part string

// The parts of a mapping entry.
const (
	Value Part = "value"
	Key   Part = "key"
)
