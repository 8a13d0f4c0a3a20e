package access

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"example.com/mxlint/internal/manifest"
)

// text is a file's content with the offsets at which its lines begin.
type text struct {
	path  string
	data  string // without a byte order mark
	lines []int
}

func newText(path string, data []byte) *text {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	t := &text{path: path, data: string(data), lines: []int{0}}
	for at, char := range data {
		if char == '\n' {
			t.lines = append(t.lines, at+1)
		}
	}
	return t
}

func (t *text) pos(offset int) manifest.Pos {
	offset = min(offset, len(t.data))
	line := sort.SearchInts(t.lines, offset+1)
	column := utf8.RuneCountInString(t.data[t.lines[line-1]:offset]) + 1
	return manifest.Pos{Line: line, Column: column}
}

func (t *text) span(start, end int) manifest.Span {
	return manifest.Span{Path: t.path, Start: t.pos(start), End: t.pos(end)}
}
