package manifest

import "fmt"

// OpKind is the kind of an operation.
type OpKind string

// The kinds of operations.
const (
	OpSet        OpKind = "set"        // the scalar becomes the string Value
	OpSetText    OpKind = "settext"    // like OpSet; Value is a whole text, like an inner document
	OpSetPlain   OpKind = "setplain"   // the scalar becomes Value as is, without quotes
	OpQuote      OpKind = "quote"      // the plain scalar is put in double quotes as written
	OpRename     OpKind = "rename"     // the key becomes Value
	OpInsert     OpKind = "insert"     // Entries are added to a mapping
	OpAppend     OpKind = "append"     // a mapping of Entries is added to a sequence, which may be missing
	OpAppendText OpKind = "appendtext" // the string Value is added to a sequence
	OpSwap       OpKind = "swap"       // the scalars at Path and With are exchanged
	OpRemove     OpKind = "remove"     // the entry is removed, with its lines
)

// OpKinds lists all of them.
func OpKinds() []OpKind {
	return []OpKind{OpSet, OpSetText, OpSetPlain, OpQuote, OpRename, OpInsert, OpAppend, OpAppendText, OpSwap, OpRemove}
}

// Op is one operation on the value, or the key, at a path. The operations of a
// fix all refer to positions as they are before any of them is applied.
type Op struct {
	Kind OpKind
	Path Path
	// Part is what OpSet, OpSetText, OpSetPlain and OpQuote operate on.
	Part Part
	// Value is the new text or key.
	Value string
	// Entries are added in order; for OpAppend, keys that the last entry of the
	// sequence also has come first, in that entry's order.
	Entries []NewEntry
	// With is the other place of OpSwap.
	With Path
}

// NewEntry is a key to be added to a mapping. Value is a string, quoted if it
// would not be read as one; if Plain is set, it is written as is.
type NewEntry struct {
	Key, Value string
	Plain      bool
}

// Edits returns the smallest changes to the file that carry out the operations,
// sorted and without overlap. Styles, comments, line ends and all other values
// stay as they are. That is verified by reading the changed document again, so
// an error means that no fix can be offered, and says why.
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
	patches, err := e.translatePatches()
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
