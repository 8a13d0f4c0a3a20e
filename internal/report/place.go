package report

import (
	"path/filepath"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// bounds returns the ends of a span in a form that every format accepts: lines and
// columns from 1 on, and the end not before the start. The schemas of SARIF and of the
// code hosts reject anything else.
func bounds(span manifest.Span) (start, end manifest.Pos) {
	start = manifest.Pos{Line: max(span.Start.Line, 1), Column: max(span.Start.Column, 1)}
	end = manifest.Pos{Line: max(span.End.Line, 1), Column: max(span.End.Column, 1)}
	if end.Before(start) {
		end = start
	}
	return start, end
}

// lastLine returns the last line that has a character of the span: an end in column 1
// is exclusive, so nothing of its line is in the span.
func lastLine(start, end manifest.Pos) int {
	if end.Line > start.Line && end.Column == 1 {
		return end.Line - 1
	}
	return end.Line
}

// repositoryPath returns the path of a file as the code hosts have it, from the root of
// the repository. A file outside keeps its name.
func (c *Context) repositoryPath(path string) string {
	if c.Repository == "" || c.WorkingDirectory == "" || strings.HasPrefix(path, "<") {
		return path
	}
	absolute := filepath.FromSlash(path)
	if !filepath.IsAbs(absolute) {
		absolute = filepath.Join(c.WorkingDirectory, absolute)
	}
	relative, err := filepath.Rel(c.Repository, absolute)
	if err != nil || !filepath.IsLocal(relative) {
		return path
	}
	return filepath.ToSlash(relative)
}
