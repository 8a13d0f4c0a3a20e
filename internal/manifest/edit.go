package manifest

import "fmt"

// OpKind is what an operation does.
type OpKind string

// The kinds of operations.
const (
	OpSet        OpKind = "set"        // the scalar becomes the string Value
	OpSetText    OpKind = "settext"    // as set; Value is a whole text, such as an inner document
	OpSetPlain   OpKind = "setplain"   // the scalar becomes Value as it is, without quotes
	OpQuote      OpKind = "quote"      // the plain scalar is put in double quotes as it is written
	OpRename     OpKind = "rename"     // the key becomes Value
	OpInsert     OpKind = "insert"     // Entries are added to a mapping
	OpAppend     OpKind = "append"     // a mapping of Entries is added to a sequence, which may be missing
	OpAppendText OpKind = "appendtext" // the string Value is added to a sequence
	OpSwap       OpKind = "swap"       // the scalars at Path and With change places
	OpRemove     OpKind = "remove"     // the entry goes, with its lines
)

// OpKinds lists all of them.
func OpKinds() []OpKind {
	return []OpKind{OpSet, OpSetText, OpSetPlain, OpQuote, OpRename, OpInsert, OpAppend, OpAppendText, OpSwap, OpRemove}
}

// Op is one operation on the value, or the key, at a path. All operations of a
// fix name places as they are before any of them is done.
type Op struct {
	Kind OpKind
	Path Path
	// Part is what OpSet, OpSetText, OpSetPlain and OpQuote work on.
	Part Part
	// Value is the new text or key.
	Value string
	// Entries are added in their order; by OpAppend, keys that the last entry
	// of the sequence has too come first, in that entry's order.
	Entries []NewEntry
	// With is the other place of OpSwap.
	With Path
}

// NewEntry is a key that a mapping gets. Value is a string, quoted where it
// would not be read as one, or with Plain written as it is.
type NewEntry struct {
	Key, Value string
	Plain      bool
}

// Edits returns the smallest changes of the file that carry the operations out,
// sorted and without overlap. Styles, comments, line ends and all other values
// stay as they are; that is proven by reading the changed document again, so an
// error means that no fix can be offered, and says why.
func (d *Doc) Edits(ops []Op) ([]Edit, error) {
	if d.Origin != nil {
		return d.Origin.Edits(ops)
	}
	e := newEditor(d)
	for _, group := range groupOps(ops) {
		if err := e.perform(group); err != nil {
			return nil, fmt.Errorf("editing %q: %w", group[0].Path.Pointer(), err)
		}
	}
	patches, err := e.carryOut()
	if err == nil {
		err = e.prove(patches)
	}
	if err != nil {
		return nil, fmt.Errorf("editing %s: %w", d.File.Path, err)
	}
	edits := make([]Edit, 0, len(patches))
	for _, p := range patches {
		edits = append(edits, Edit{Span: d.File.Span(p.start, p.end), NewText: p.text})
	}
	return edits, nil
}
