package policy

import (
	"fmt"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// located is the position of a place of the facts.
type located struct {
	span  manifest.Span
	doc   *manifest.Doc // nil for a place in a file that is not a document
	exact bool
}

func (r *Resolver) locate(at link.Place) (located, error) {
	if span, ok := at.FileSpan(); ok {
		return located{span: span, exact: true}, nil
	}
	doc := r.Doc(at.Doc)
	if doc == nil {
		return located{}, fmt.Errorf("there is no document %q", at.Doc)
	}
	found := located{doc: doc}
	switch {
	case at.Line > 0:
		found.span, found.exact = doc.LocateText(at.Path, at.Line, at.Column)
	case at.To > 0:
		found.span, found.exact = doc.LocateWithin(at.Path, at.From, at.To)
	default:
		found.span, found.exact = doc.Locate(at.Path, at.Part)
	}
	return found, nil
}
