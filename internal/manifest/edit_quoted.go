package manifest

import (
	"errors"
	"strings"
)

// toOuterFlow keeps the folding around a patch: it ends right after its last
// character.
func (l *level) toOuterFlow(p patch, text string) patch {
	s := l.holder.scalar
	if p.start == p.end {
		at := s.endOffset(p.start)
		return patch{at, at, text}
	}
	return patch{s.offset(p.start), s.endOffset(p.end), text}
}

// toOuterDouble escapes. If the string escapes its line breaks and puts each of
// its lines on a line of its own, new lines get their own lines too.
func (l *level) toOuterDouble(p patch) patch {
	raw, s := l.holder.outer.text, l.holder.scalar
	text := escaped(p.text)
	if at := continuation(raw[s.Start:s.End]); at >= 0 {
		lines := strings.SplitAfter(p.text, "\n")
		first := s.Start + at
		next := "\\" + eolNear(raw, first) + margin(raw, breakOrEnd(raw, first)+len(eolNear(raw, first)))
		text = ""
		for i, line := range lines {
			if i > 0 && line != "" {
				text += next
				if isBlank(line, 0) {
					text += "\\" // else it would be dropped as indentation
				}
			}
			text += escaped(line)
		}
	}
	carried := l.toOuterFlow(p, text)
	if isBlank(text, 0) && blankBefore(raw, carried.start) {
		carried.text = "\\" + text
	}
	return carried
}

// continuation finds a line that ends in an escaped line break and a backslash.
func continuation(raw string) int {
	at := strings.Index(raw, "\\n\\\n")
	if at < 0 {
		at = strings.Index(raw, "\\n\\\r\n")
	}
	return at
}

// toOuterQuoted translates a patch of a string in single quotes or without
// quotes. One more line break has to be written there than is read, and blanks
// around it are lost, so a patch that touches one is widened to the characters
// around the breaks.
func (l *level) toOuterQuoted(p patch, quote func(line string) string) (patch, error) {
	s, text, raw := l.holder.scalar, l.holder.text, l.holder.outer.text
	if strings.ContainsFunc(p.text, func(c rune) bool { return c != '\n' && needsEscape(c) }) {
		return patch{}, errors.New("the string cannot hold the new text as it is quoted")
	}
	if !strings.Contains(text[p.start:p.end]+p.text, "\n") {
		return l.toOuterFlow(p, quote(p.text)), nil
	}
	start, end := p.start, p.end
	for start > 0 && text[start-1] == '\n' {
		start--
	}
	for end < len(text) && text[end] == '\n' {
		end++
	}
	if end == len(text) && strings.HasSuffix(text, "\n") {
		return patch{}, errors.New("the end of the string cannot be changed as it is quoted")
	}
	eol := eolNear(raw, s.Start)
	next := eol + l.quotedMargin(raw)
	changed := ""
	lines := strings.Split(text[start:p.start]+p.text+text[p.end:end], "\n")
	for i, line := range lines {
		if i > 0 && strings.Trim(line, " \t") != line {
			return patch{}, errors.New("the string cannot hold a line with blanks round it as it is quoted")
		}
		switch {
		case i == 0:
			changed = quote(line)
		case line == "" && i < len(lines)-1:
			changed += eol
		default:
			changed += eol + next + quote(line)
		}
	}
	rawEnd := s.endOffset(end)
	if end < len(text) {
		rawEnd = s.offset(end)
	}
	return patch{s.endOffset(start), rawEnd, changed}, nil
}

// quotedMargin returns the indentation of the continuation lines of a quoted
// string.
func (l *level) quotedMargin(raw string) string {
	s := l.holder.scalar
	for at := breakOrEnd(raw, s.Start); at < s.End; at = breakOrEnd(raw, at) {
		size, _ := lineBreakAt(raw, at)
		at += size
		if next := skipBlanks(raw, at); !isLineBreak(raw, next) {
			return margin(raw, next)
		}
	}
	return margin(raw, s.Start) + "    "
}
