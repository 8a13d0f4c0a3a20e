package manifest

import (
	"sync"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Doc is one document: a mapping, usually a Kubernetes object.
type Doc struct {
	File *File
	// Root is the mapping. Its nodes have absolute lines, as the YAML parser
	// counts; use Locate for positions. Aliases and merge keys are unresolved.
	Root *yaml.Node
	// Start and End delimit the whole document in File.Text; items of a List
	// share those of the list.
	Start, End int
	// Index counts the documents of the file from 0, items of a List one by one.
	Index int
	// APIVersion and Kind are as written, "" if they are not scalars.
	APIVersion, Kind string
	// TypedBy is where the list that contains this item gives its apiVersion
	// and kind; nil for a document that has its own.
	TypedBy *Span
	// Template is where template syntax takes the place of structure; nil if
	// the document needs no rendering.
	Template *Pos
	// Source names the template that the document comes from according to a
	// rendered stream, "" if the stream does not say.
	Source string
	// Origin maps the positions of a rendered document back to its sources; nil
	// for a document that was read directly.
	Origin Origin

	mu    sync.Mutex
	inner map[Path]*innerDoc
}

// Origin knows where the values of a rendered document come from.
type Origin interface {
	// Locate returns the source position of a value of the rendered document;
	// exact is false if it is only the nearest known one.
	Locate(path Path, part Part) (span Span, exact bool)
	// LocateText is like Locate for a line and column, from 1, of the text that
	// the string at path decodes to.
	LocateText(path Path, line, column int) (span Span, exact bool)
	// Edits translates operations on the rendered document into edits of the
	// one source document in which everything they touch is written as it was
	// rendered. It returns an error if there is none.
	Edits(ops []Op) ([]Edit, error)
	// Deployment names what was rendered: the overlay's folder or the chart.
	Deployment() string
}

// Part distinguishes the two sides of a mapping entry; an empty one is Value.
// Its text is the name that facts and the reports of rules use.
type Part string

// The parts of a mapping entry.
const (
	Value Part = "value"
	Key   Part = "key"
)
