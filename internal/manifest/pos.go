package manifest

// Pos is a place in a file. Line and Column count from 1; columns count code
// points of the text as an editor shows it, without a byte order mark.
type Pos struct {
	Line   int
	Column int
}

// Before tells whether p stands before q.
func (p Pos) Before(q Pos) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

// Span is a stretch of one file. End is exclusive; an empty span marks a place
// between two characters.
type Span struct {
	Path       string // as the file was named, with forward slashes
	Start, End Pos
}

// Edit replaces the text of a span. An insertion has an empty span.
type Edit struct {
	Span    Span
	NewText string
}
