package manifest

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// The kinds of operations.
const (
	OpSet        = "set"        // the scalar becomes the string Value
	OpSetText    = "settext"    // as set; Value is a whole text, such as an inner document
	OpSetPlain   = "setplain"   // the scalar becomes Value as it is, without quotes
	OpQuote      = "quote"      // the plain scalar is put in double quotes as it is written
	OpRename     = "rename"     // the key becomes Value
	OpInsert     = "insert"     // Entries are added to a mapping
	OpAppend     = "append"     // a mapping of Entries is added to a sequence
	OpAppendText = "appendtext" // the string Value is added to a sequence
	OpSwap       = "swap"       // the scalars at Path and With change places
	OpRemove     = "remove"     // the entry goes, with its lines
)

// Op is one operation on the value, or the key, at a path. All operations of a
// fix name places as they are before any of them is done.
type Op struct {
	Kind string
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
// error means that no fix can be offered, and says why. It makes maps of the
// file: one goroutine at a time.
func (d *Doc) Edits(ops []Op) ([]Edit, error) {
	if d.Origin != nil {
		return nil, fmt.Errorf("editing %s: it is rendered, so its sources have to be changed", d.File.Path)
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
		edits = append(edits, Edit{Span: d.File.span(p.start, p.end), NewText: p.text})
	}
	return edits, nil
}

// groupOps puts additions to one collection together: the second needs to know
// of the first.
func groupOps(ops []Op) [][]Op {
	var groups [][]Op
	known := make(map[[2]string]int) // by kind and path
	for _, op := range ops {
		name := [2]string{op.Kind, string(op.Path)}
		if op.Kind == OpAppendText {
			name[0] = OpAppend
		}
		if name[0] != OpInsert && name[0] != OpAppend {
			groups = append(groups, []Op{op})
			continue
		}
		if at, ok := known[name]; ok {
			groups[at] = append(groups[at], op)
			continue
		}
		known[name] = len(groups)
		groups = append(groups, []Op{op})
	}
	return groups
}

func (e *editor) perform(group []Op) error {
	for _, op := range group {
		if err := op.check(); err != nil {
			return err
		}
	}
	at, err := e.site(group[0].Path)
	if err != nil {
		return err
	}
	op := group[0]
	switch op.Kind {
	case OpInsert:
		return e.insert(at, group)
	case OpAppend, OpAppendText:
		return e.append(at, group)
	}
	if len(at.missing) > 0 {
		return fmt.Errorf("there is no %q", at.missing[0])
	}
	switch op.Kind {
	case OpSet, OpSetText:
		return e.set(at, op.Part, op.Value)
	case OpSetPlain:
		return e.setPlain(at, op.Part, op.Value)
	case OpQuote:
		return e.quote(at, op.Part)
	case OpRename:
		return e.rename(at, op.Value)
	case OpSwap:
		return e.swap(at, op.With)
	case OpRemove:
		return e.remove(at)
	}
	return fmt.Errorf("there is no operation %q", op.Kind)
}

// check refuses text that no file can hold.
func (op Op) check() error {
	texts := []string{op.Value}
	for _, entry := range op.Entries {
		texts = append(texts, entry.Key, entry.Value)
	}
	for _, text := range texts {
		if !utf8.ValidString(text) {
			return fmt.Errorf("the new text is not UTF-8")
		}
	}
	return nil
}

// sortPatches orders patches by place; those at one place keep their order.
func sortPatches(patches []patch) {
	sort.SliceStable(patches, func(i, j int) bool {
		if patches[i].start != patches[j].start {
			return patches[i].start < patches[j].start
		}
		return patches[i].end < patches[j].end
	})
}
