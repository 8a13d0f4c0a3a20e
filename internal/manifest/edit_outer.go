package manifest

import (
	"errors"
	"strings"
)

var errBlockText = errors.New("a block cannot hold the new text")

// translatePatches translates the patches of inner documents into patches of
// the strings that contain them, level by level, and returns those of the file.
// It records in want what each string is to become.
func (e *editor) translatePatches() ([]patch, error) {
	for i := len(e.levels) - 1; i > 0; i-- {
		l := e.levels[i]
		joined, err := joinPatches(l.patches)
		if err != nil {
			return nil, err
		}
		if l.patches = joined; len(joined) == 0 {
			continue
		}
		e.want[l.node].Value = patched(l.holder.text, joined)
		for _, p := range joined {
			out, err := l.toOuter(p)
			if err != nil {
				return nil, err
			}
			l.outer.patches = append(l.outer.patches, out)
		}
	}
	file := e.levels[0]
	joined, err := joinPatches(file.patches)
	file.patches = joined
	return joined, err
}

// toOuter translates a patch of a string's text into one of the text that
// contains the string.
func (l *level) toOuter(p patch) (patch, error) {
	h := l.holder
	raw := h.outer.text
	if h.scalar.Start >= len(raw) || h.scalar.size() == 0 {
		return patch{}, errUnmapped
	}
	switch raw[h.scalar.Start] {
	case '|', '>':
		shape, ok := shapeOf(raw, h.scalar, h.text)
		if !ok {
			return patch{}, errUnmapped
		}
		if shape.folded {
			return l.toOuterFolded(p, shape)
		}
		return l.toOuterLiteral(p, shape)
	case '"':
		return l.toOuterDouble(p), nil
	case '\'':
		return l.toOuterQuoted(p, func(line string) string { return strings.ReplaceAll(line, "'", "''") })
	}
	return l.toOuterQuoted(p, func(line string) string { return line })
}

// toOuterLiteral indents what it adds. Whole lines are replaced as whole lines,
// so that no indentation is left over; any other patch ends where the next
// character is, after the indentation.
func (l *level) toOuterLiteral(p patch, shape blockShape) (patch, error) {
	s, text := l.holder.scalar, l.holder.text
	if !fitsInBlock(p.text) {
		return patch{}, errBlockText
	}
	wholeLines := p.start > 0 && text[p.start-1] == '\n' && (p.end == p.start || text[p.end-1] == '\n') &&
		(p.text == "" || strings.HasSuffix(p.text, "\n"))
	if wholeLines {
		return patch{s.endOffset(p.start), s.endOffset(p.end), indentLines(p.text, shape, true)}, nil
	}
	start := s.offset(p.start)
	if p.start < p.end && text[p.start] == '\n' && (p.start == 0 || text[p.start-1] == '\n') && p.text != "" && p.text[0] != '\n' {
		// Text that begins on an empty line has no indentation there.
		raw := l.holder.outer.text
		return patch{lineStart(raw, start), literalEnd(s, text, p.end), shape.indent + indentLines(p.text, shape, false)}, nil
	}
	end := start
	if p.start == p.end {
		if p.start > 0 && (p.start == len(text) || text[p.start-1] != '\n') {
			start = s.endOffset(p.start)
		}
		end = start
	} else {
		end = literalEnd(s, text, p.end)
	}
	return patch{start, end, indentLines(p.text, shape, false)}, nil
}

// literalEnd returns where a patch up to text[:end] ends: at the next
// character.
func literalEnd(s scalarText, text string, end int) int {
	if end < len(text) {
		return s.offset(end)
	}
	return s.endOffset(end)
}

// indentLines adds the indentation after each line break, except on empty
// lines; atStart means that the text begins and ends with a raw line.
func indentLines(text string, shape blockShape, atStart bool) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		last := i == len(lines)-1
		if i == 0 && !atStart || line == "" && (!last || atStart) {
			continue
		}
		lines[i] = shape.indent + line
	}
	return strings.Join(lines, shape.eol)
}
