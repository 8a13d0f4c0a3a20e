package render

import (
	"fmt"
	"sync"

	"example.com/mxlint/internal/manifest"
)

// sources is what the origins of a run share: a lock, since locating in a
// document fills maps, and the edits computed for the documents, since each
// overlay of a base asks for the same ones.
type sources struct {
	sync.Mutex
	results map[string]editResult
	budget  manifest.EditBudget
}

type editResult struct {
	edits []manifest.Edit
	err   error
}

// editBytes limits what a run reads to verify edits of its sources.
const editBytes = 8 << 20

func newSources() *sources {
	return &sources{results: make(map[string]editResult), budget: editBytes}
}

// edits translates operations on a document into edits, once for all callers.
// The caller must hold the lock.
func (s *sources) edits(doc *manifest.Doc, ops []manifest.Op) ([]manifest.Edit, error) {
	key := fmt.Sprintf("%p %#v", doc, ops)
	known, ok := s.results[key]
	if ok {
		return known.edits, known.err
	}
	known.edits, known.err = s.budget.Edits(doc, ops)
	s.results[key] = known
	return known.edits, known.err
}
