package link

import (
	"strings"

	"example.com/mxlint/internal/manifest"
)

// Place is a value in a document, from which Go finds its line and column.
type Place struct {
	Doc  string        `json:"doc"` // Document.ID
	Path manifest.Path `json:"path"`
	Part manifest.Part `json:"part"`
	// Line and Column are a position in the text that the string at Path decodes to;
	// zero if the whole value is meant.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`
	// EndLine and EndColumn are the end of a place in a file that is not a document.
	EndLine   int `json:"endLine,omitempty"`
	EndColumn int `json:"endColumn,omitempty"`
	// From and To select a part of the string at Path, in bytes of its decoded text;
	// both zero if the whole value is meant.
	From int `json:"from,omitempty"`
	To   int `json:"to,omitempty"`
}

// filePrefix marks places that are lines and columns of a file.
const filePrefix = "file:"

// InFile returns the place of a span in a file.
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
