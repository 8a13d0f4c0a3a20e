package render

import (
	"fmt"
	"sync"

	"example.com/mxlint/internal/manifest"
)

// sources are what the origins of a run share: its lock, since locating in a
// document makes maps on the way, and what edits of the documents came to, since
// each overlay of a base asks for the same ones.
type sources struct {
	sync.Mutex
	made   map[string]made
	edited int // bytes that were read to prove edits
}

type made struct {
	edits []manifest.Edit
	err   error
}

func newSources() *sources { return &sources{made: make(map[string]made)} }

// editBytes bounds what a run reads to prove edits of its sources.
const editBytes = 8 << 20

// edits works operations on a document out, once for all that ask. The caller
// holds the lock.
func (s *sources) edits(doc *manifest.Doc, ops []manifest.Op) ([]manifest.Edit, error) {
	key := fmt.Sprintf("%p %#v", doc, ops)
	known, ok := s.made[key]
	if ok {
		return known.edits, known.err
	}
	if s.edited += doc.End - doc.Start; s.edited > editBytes {
		return nil, fmt.Errorf("%s: the document is too large for so many fixes", doc.File.Path)
	}
	known.edits, known.err = doc.Edits(ops)
	s.made[key] = known
	return known.edits, known.err
}
