package manifest

import (
	"cmp"
	"strings"
)

// Pos is a position in a file. Line and Column count from 1; columns count code
// points of the text as an editor shows it, without a byte order mark.
type Pos struct {
	Line   int
	Column int
}

// Compare returns a negative number if p is before q, a positive one if it is
// after q, and 0 if they are equal.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// Before reports whether p is before q.
func (p Pos) Before(q Pos) bool { return p.Compare(q) < 0 }

// Span is a range of one file. End is exclusive; an empty span is a position
// between two characters.
type Span struct {
	Path       string // the file's name as given, with forward slashes
	Start, End Pos
}

// Compare orders spans by path and by their start.
func (s Span) Compare(t Span) int {
	return cmp.Or(strings.Compare(s.Path, t.Path), s.Start.Compare(t.Start))
}

// Edit replaces the text of a span. An insertion has an empty span.
type Edit struct {
	Span    Span
	NewText string
}
