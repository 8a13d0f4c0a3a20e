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
	budget manifest.EditBudget
}

type made struct {
	edits []manifest.Edit
	err   error
}

// editBytes bounds what a run reads to prove edits of its sources.
const editBytes = 8 << 20

func newSources() *sources {
	return &sources{made: make(map[string]made), budget: editBytes}
}

// edits works operations on a document out, once for all that ask. The caller
// holds the lock.
func (s *sources) edits(doc *manifest.Doc, ops []manifest.Op) ([]manifest.Edit, error) {
	key := fmt.Sprintf("%p %#v", doc, ops)
	known, ok := s.made[key]
	if ok {
		return known.edits, known.err
	}
	known.edits, known.err = s.budget.Edits(doc, ops)
	s.made[key] = known
	return known.edits, known.err
}
