package manifest

import "fmt"

// EditBudget is how many bytes of documents may still be read to verify edits.
// Each verification reads its whole document again, which adds up if a very
// large one has hundreds of faults. The zero value allows nothing. An
// EditBudget is not safe for concurrent use.
type EditBudget int

// Edits returns what [Doc.Edits] returns, or an error once the budget is spent.
func (b *EditBudget) Edits(doc *Doc, ops []Op) ([]Edit, error) {
	if *b -= EditBudget(doc.End - doc.Start); *b < 0 {
		return nil, fmt.Errorf("%s: the document is too large for so many fixes", doc.File.Path)
	}
	return doc.Edits(ops)
}
