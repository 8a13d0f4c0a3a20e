package link

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// Place names a value of a document, for Go to find its line and column.
type Place struct {
	Doc  string        `json:"doc"` // Document.ID
	Path manifest.Path `json:"path"`
	Part manifest.Part `json:"part"`
	// Line and Column point into the text that the string at Path decodes to;
	// zero where the value as a whole is meant.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
	// EndLine and EndColumn end a place of a file that is no document.
	EndLine   int `json:"endLine,omitempty"`
	EndColumn int `json:"endColumn,omitempty"`
	// From and To cut a piece out of the string at Path, in bytes of its
	// decoded text; both zero where the value as a whole is meant.
	From int `json:"from,omitempty"`
	To   int `json:"to,omitempty"`
}

// filePrefix marks places that are lines and columns of a file.
const filePrefix = "file:"

// InFile is the place of a span of a file.
func InFile(span manifest.Span) Place {
	return Place{
		Doc: filePrefix + span.Path, Part: manifest.Value, Line: span.Start.Line, Column: span.Start.Column,
		EndLine: span.End.Line, EndColumn: span.End.Column,
	}
}

// FileSpan is the inverse of InFile; ok is false for the place of a document.
func (p Place) FileSpan() (span manifest.Span, ok bool) {
	path, ok := strings.CutPrefix(p.Doc, filePrefix)
	if !ok {
		return manifest.Span{}, false
	}
	return manifest.Span{
		Path: path, Start: manifest.Pos{Line: p.Line, Column: p.Column},
		End: manifest.Pos{Line: max(p.EndLine, p.Line), Column: max(p.EndColumn, p.Column)},
	}, true
}
