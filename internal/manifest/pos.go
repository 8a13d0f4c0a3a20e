package manifest

import (
	"cmp"
	"strings"
)

// Pos is a place in a file. Line and Column count from 1; columns count code
// points of the text as an editor shows it, without a byte order mark.
type Pos struct {
	Line   int
	Column int
}

// Compare is negative where p stands before q, and positive where it stands behind.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Before tells whether p stands before q.
func (p Pos) Before(q Pos) bool { return p.Compare(q) < 0 }

// Span is a stretch of one file. End is exclusive; an empty span marks a place
// between two characters.
type Span struct {
	Path       string // as the file was named, with forward slashes
	Start, End Pos
}

// Compare orders spans by path and by where they begin.
func (s Span) Compare(t Span) int {
	return cmp.Or(strings.Compare(s.Path, t.Path), s.Start.Compare(t.Start))
}

// Edit replaces the text of a span. An insertion has an empty span.
type Edit struct {
	Span    Span
	NewText string
}
