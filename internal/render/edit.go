package render

import (
	"fmt"

	"example.com/mxlint/internal/manifest"
)

// Edits works operations out in the object's own document, or in the patch that
// set what they touch.
func (o *origin) Edits(ops []manifest.Op) ([]manifest.Edit, error) {
	o.places.Lock()
	defer o.places.Unlock()
	var target *manifest.Doc
	moved := make([]manifest.Op, len(ops))
	for i, op := range ops {
		doc, path := o.exactly(op.Path)
		if op.With != "" && doc != nil {
			var with *manifest.Doc
			if with, op.With = o.exactly(op.With); with != doc {
				doc = nil
			}
		}
		if doc == nil || target != nil && doc != target {
			return nil, fmt.Errorf("no one file holds this as %q renders it: mend the sources by hand", o.Deployment())
		}
		op.Path = path
		target, moved[i] = doc, op
	}
	if target == nil {
		return nil, nil
	}
	return target.Edits(moved)
}

// exactly returns the document of the sources that holds the value at a path as
// it was rendered, and its path there; nil for none.
func (o *origin) exactly(path manifest.Path) (*manifest.Doc, manifest.Path) {
	outer, inner := cutInner(path)
	source := o.find(outer)
	if !source.exact {
		return nil, ""
	}
	return source.doc, source.path + inner
}

// Edits is refused: what helm prints of a template cannot be led back to it.
func (o *chartOrigin) Edits([]manifest.Op) ([]manifest.Edit, error) {
	return nil, fmt.Errorf("it stands in what %q renders: mend the sources by hand", o.Deployment())
}
