package manifest

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// groupOps groups additions to the same collection: the second needs to know of
// the first.
func groupOps(ops []Op) [][]Op {
	var groups [][]Op
	type addition struct {
		kind OpKind
		path Path
	}
	known := make(map[addition]int) // the index of the group
	for _, op := range ops {
		name := addition{op.Kind, op.Path}
		if op.Kind == OpAppendText {
			name.kind = OpAppend
		}
		if name.kind != OpInsert && name.kind != OpAppend {
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

// check rejects text that no file can contain.
func (op Op) check() error {
	texts := []string{op.Value}
	for _, entry := range op.Entries {
		texts = append(texts, entry.Key, entry.Value)
	}
	for _, text := range texts {
		if !utf8.ValidString(text) {
			return errors.New("the new text is not UTF-8")
		}
	}
	return nil
}
