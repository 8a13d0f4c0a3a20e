package manifest

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// lines records where the lines of a text begin, and counts columns. Offsets
// take four bytes: a text may be nothing but line ends.
type lines struct {
	text   string
	starts []uint32

	once  sync.Once
	marks []uint32 // code points before every markBytes-th byte
}

const (
	// longLine is the length from which counting a line's code points one by
	// one would take too long: a minified document is one line that contains
	// many positions.
	longLine  = 8 << 10
	markBytes = 4 << 10
)

// editorLines counts lines as an editor does: a line begins after a line feed,
// with or without a carriage return before it.
func editorLines(text string) *lines {
	starts := make([]uint32, 1, 1+strings.Count(text, "\n"))
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return &lines{text: text, starts: starts}
		}
		at += n + 1
		starts = append(starts, uint32(at))
	}
}

// parserLines is like editorLines, but counts as the YAML parser does: a lone
// carriage return, NEL, LS and PS begin a line too.
func parserLines(text string) *lines {
	if !hasOtherBreaks(text) {
		return editorLines(text)
	}
	starts := []uint32{0}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case c == '\n' || c == '\r':
			starts = append(starts, uint32(i+1))
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			starts = append(starts, uint32(i+2))
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			starts = append(starts, uint32(i+3))
		}
	}
	return &lines{text: text, starts: starts}
}

// hasOtherBreaks reports whether a text has line breaks that editors do not
// show.
func hasOtherBreaks(text string) bool {
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '\r')
		if n < 0 {
			break
		}
		if at += n + 1; at == len(text) || text[at] != '\n' {
			return true
		}
	}
	return strings.Contains(text, "\u0085") || strings.Contains(text, "\u2028") || strings.Contains(text, "\u2029")
}

// count returns the number of lines, including a last one without a line end.
func (l *lines) count() int { return len(l.starts) }

// start returns where a line begins, counted from 1.
func (l *lines) start(line int) int { return int(l.starts[line-1]) }

// line returns the line, from 1, that contains an offset.
func (l *lines) line(offset int) int {
	return sort.Search(len(l.starts), func(i int) bool { return int(l.starts[i]) > offset })
}

// pos returns the line and column of an offset.
func (l *lines) pos(offset int) Pos {
	line := l.line(offset)
	return Pos{Line: line, Column: 1 + l.between(l.start(line), offset)}
}

// between counts the code points from one offset to another.
func (l *lines) between(from, to int) int {
	if to-from < longLine {
		return utf8.RuneCountInString(l.text[from:to])
	}
	return l.before(to) - l.before(from)
}

// before counts the code points before an offset.
func (l *lines) before(offset int) int {
	l.once.Do(func() {
		count := 0
		for at := 0; at <= len(l.text); at += markBytes {
			l.marks = append(l.marks, uint32(count))
			count += firstBytes(l.text[at:min(at+markBytes, len(l.text))])
		}
	})
	mark := offset / markBytes
	return int(l.marks[mark]) + firstBytes(l.text[mark*markBytes:offset])
}

// firstBytes counts the bytes that begin a code point; unlike code points they
// can be counted piece by piece.
func firstBytes(text string) int {
	count := 0
	for i := range len(text) {
		if text[i]&0xC0 != 0x80 {
			count++
		}
	}
	return count
}

// offset returns the byte offset of a line and column, both from 1. A column
// beyond the end of the line continues into the next lines.
func (l *lines) offset(line, column int) int {
	switch {
	case line < 1:
		return 0
	case line > len(l.starts):
		return len(l.text)
	}
	at := l.start(line)
	if column > longLine {
		at, column = l.skip(at, column)
	}
	for ; column > 1 && at < len(l.text); column-- {
		_, size := utf8.DecodeRuneInString(l.text[at:])
		at += size
	}
	return at
}

// skip moves forward to the mark before a column, and returns what is left of
// the column from there.
func (l *lines) skip(start, column int) (at, left int) {
	target := l.before(start) + column - 1
	mark := sort.Search(len(l.marks), func(i int) bool { return int(l.marks[i]) > target }) - 1
	at = mark * markBytes
	if at <= start {
		return start, column
	}
	reached := int(l.marks[mark])
	for at < len(l.text) && l.text[at]&0xC0 == 0x80 {
		at++ // within a code point that the mark has already counted
	}
	return at, target - reached + 1
}
