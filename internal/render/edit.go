package render

import (
	"fmt"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// Edits translates operations into edits of the object's own document, or of
// the patch that set what they touch.
func (o *origin) Edits(ops []manifest.Op) ([]manifest.Edit, error) {
	o.sources.Lock()
	defer o.sources.Unlock()
	var target *manifest.Doc
	moved := make([]manifest.Op, len(ops))
	for i, op := range ops {
		doc, at := o.move(op)
		if doc == nil || target != nil && doc != target {
			return nil, fmt.Errorf("no single file contains this as %q renders it: fix the sources by hand", o.Deployment())
		}
		target, moved[i] = doc, at
	}
	if target == nil {
		return nil, nil
	}
	return o.sources.edits(target, moved)
}

// move returns the source document that contains what an operation touches as
// it was rendered, and the operation to apply there; nil if there is none.
func (o *origin) move(op manifest.Op) (*manifest.Doc, manifest.Op) {
	outer, inner := cutInner(op.Path)
	source := o.find(outer)
	if !source.exact {
		return nil, op
	}
	if op.With != "" {
		outer, inner := cutInner(op.With)
		with := o.find(outer)
		if !with.exact || with.doc != source.doc {
			return nil, op
		}
		op.With = with.path + inner
	}
	if source.pointer != "" && inner == "" {
		return source.doc, atPointer(op, source)
	}
	op.Path = source.path + inner
	return source.doc, op
}

// atPointer returns the operation to apply to the value of an operation of a
// JSON patch, whose key is in the pointer.
func atPointer(op manifest.Op, source source) manifest.Op {
	if op.Kind != manifest.OpRename {
		op.Path = source.path
		return op
	}
	text := textAt(source.doc, source.pointer)
	key := manifest.Path("").Key(op.Value).Pointer()
	return manifest.Op{Kind: manifest.OpSetText, Path: source.pointer, Value: text[:strings.LastIndexByte(text, '/')] + key}
}

// Edits always fails: helm's output cannot be mapped back to its template.
func (o *chartOrigin) Edits([]manifest.Op) ([]manifest.Edit, error) {
	return nil, fmt.Errorf("it is in what %q renders: fix the sources by hand", o.Deployment())
}
