package manifest

import "fmt"

// EditBudget is how many bytes of documents may still be read to prove edits.
// Each proof reads its whole document again, which adds up where a very large one
// has hundreds of faults. Its zero value allows nothing; it is not safe for
// concurrent use.
type EditBudget int

// Edits returns what [Doc.Edits] does, or an error once the budget is spent.
func (b *EditBudget) Edits(doc *Doc, ops []Op) ([]Edit, error) {
	if *b -= EditBudget(doc.End - doc.Start); *b < 0 {
		return nil, fmt.Errorf("%s: the document is too large for so many fixes", doc.File.Path)
	}
	return doc.Edits(ops)
}
