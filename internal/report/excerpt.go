package report

import (
	"strings"
	"unicode/utf8"

	"example.com/mxlint/internal/manifest"
)

// The width of an excerpt, in terminal columns: how much of a line is shown, and how
// much of that before the span if the line is longer.
const (
	excerptWidth = 120
	excerptLead  = 40
	tabWidth     = 8
)

// excerpt returns the line in which a span starts, and a line that underlines the part
// of the span in it. Tabs are in both, so that the underline fits any tab width. ok is
// false if the line is not available.
func (c *Context) excerpt(span manifest.Span) (source, underline string, ok bool) {
	if c.Source == nil {
		return "", "", false
	}
	lines, known := c.Source(span.Path)
	start, end := bounds(span)
	if !known || start.Line > len(lines) {
		return "", "", false
	}
	line := strings.TrimRight(lines[start.Line-1], "\r\n")
	count := utf8.RuneCountInString(line)
	from, to := min(start.Column-1, count), count
	if end.Line == start.Line {
		to = min(end.Column-1, count)
	}
	if c.Mask != nil {
		masked := c.Mask(span.Path, start.Line, line)
		from, to = shift(line, masked, from, to)
		line, count = masked, utf8.RuneCountInString(masked)
	}
	source, underline = cut(line, count, from, to)
	return source, underline, true
}

// cut returns the part of the line around the span from..to (code points, from 0,
// exclusive), with an ellipsis where something is left out. count is the length of the
// line in code points.
func cut(line string, count, from, to int) (source, underline string) {
	first := max(from-excerptWidth, 0)
	around := cells(line, first, from+excerptWidth+1)
	at := from - first

	begin := back(around, at, excerptLead)
	end, used := begin, 0
	for end < len(around) && used+around[end].width <= excerptWidth {
		used += around[end].width
		end++
	}
	if first+end == count {
		begin = back(around, end, excerptWidth)
	}

	var shown, marks strings.Builder
	if first+begin > 0 {
		shown.WriteString("…")
		marks.WriteString(" ")
	}
	for i := begin; i < end; i++ {
		shown.WriteString(around[i].text)
		if i < at {
			marks.WriteString(around[i].blank())
		}
	}
	if first+end < count {
		shown.WriteString("…")
	}
	marks.WriteString(mark(around[at:max(min(to-first, end), at)]))
	return shown.String(), marks.String()
}

// back returns the leftmost cell such that the cells from it up to end fit.
func back(cells []cell, end, room int) int {
	for end > 0 && cells[end-1].width <= room {
		room -= cells[end-1].width
		end--
	}
	return end
}

// mark underlines cells; for a place between two characters it is only the caret.
func mark(cells []cell) string {
	var b strings.Builder
	b.WriteByte('^')
	for i, cell := range cells {
		switch {
		case cell.text == "\t":
			// A tab cannot be underlined. After the caret it would end at another tab
			// stop than in the line above: the underline ends there.
			if i == 0 {
				return b.String()
			}
			b.WriteByte('\t')
		case i == 0:
			b.WriteString(strings.Repeat("~", max(cell.width-1, 0)))
		default:
			b.WriteString(strings.Repeat("~", cell.width))
		}
	}
	return strings.TrimRight(b.String(), "\t")
}
