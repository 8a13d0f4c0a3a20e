package manifest

import (
	"errors"
	"strings"
)

// carryOut takes the patches of inner documents out to the strings that hold
// them, level by level, and returns those of the file. What each string is to
// become goes into want.
func (e *editor) carryOut() ([]patch, error) {
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
			out, err := l.carry(p)
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

// carry writes a patch of a string's text as one of the text that the string
// stands in.
func (l *level) carry(p patch) (patch, error) {
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
			return l.carryFolded(p, shape)
		}
		return l.carryLiteral(p, shape)
	case '"':
		return l.carryFlow(p, escaped(p.text)), nil
	}
	if !oneLine(p.text) {
		return patch{}, errors.New("the string cannot hold another line as it is quoted")
	}
	if raw[h.scalar.Start] == '\'' {
		return l.carryFlow(p, strings.ReplaceAll(p.text, "'", "''")), nil
	}
	return l.carryFlow(p, p.text), nil
}

// carryFlow keeps the folding round a patch: it ends right behind its last
// character.
func (l *level) carryFlow(p patch, text string) patch {
	s := l.holder.scalar
	if p.start == p.end {
		at := s.endOffset(p.start)
		return patch{at, at, text}
	}
	return patch{s.offset(p.start), s.endOffset(p.end), text}
}

// carryLiteral indents what it adds. Whole lines are carried as whole lines, so
// that no indentation is left behind; any other patch ends where the next
// character stands, behind the indentation.
func (l *level) carryLiteral(p patch, shape blockShape) (patch, error) {
	s, text := l.holder.scalar, l.holder.text
	if strings.ContainsFunc(p.text, func(c rune) bool { return c != '\n' && c != '\t' && needsEscape(c) }) {
		return patch{}, errors.New("a block cannot hold the new text")
	}
	wholeLines := p.start > 0 && text[p.start-1] == '\n' && (p.end == p.start || text[p.end-1] == '\n') &&
		(p.text == "" || strings.HasSuffix(p.text, "\n"))
	if wholeLines {
		return patch{s.endOffset(p.start), s.endOffset(p.end), indentLines(p.text, shape, true)}, nil
	}
	start, end := s.offset(p.start), s.endOffset(p.end)
	if p.start == p.end {
		if p.start > 0 && (p.start == len(text) || text[p.start-1] != '\n') {
			start = s.endOffset(p.start)
		}
		end = start
	} else if p.end < len(text) {
		end = s.offset(p.end)
	}
	return patch{start, end, indentLines(p.text, shape, false)}, nil
}

// indentLines puts the indentation behind each line break, but on no empty
// line; atStart tells that the text begins and ends with a raw line.
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

// carryFolded folds. A patch that touches a line break is widened up to the
// characters round the breaks, since they decide how these are written.
func (l *level) carryFolded(p patch, shape blockShape) (patch, error) {
	s, text := l.holder.scalar, l.holder.text
	if strings.ContainsFunc(p.text, func(c rune) bool { return c != '\n' && c != '\t' && needsEscape(c) }) {
		return patch{}, errors.New("a block cannot hold the new text")
	}
	if !strings.Contains(text[p.start:p.end]+p.text, "\n") {
		if p.start == p.end && p.start == len(text) {
			at := s.endOffset(p.start)
			return patch{at, at, p.text}, nil
		}
		start, end := s.offset(p.start), s.endOffset(p.end)
		if p.end < len(text) {
			end = s.offset(p.end)
		}
		return patch{start, max(start, end), p.text}, nil
	}
	body := len(text) - finalBreaks(text)
	start, end := min(p.start, body), p.end
	for start > 0 && text[start-1] == '\n' {
		start--
	}
	for end < body && text[end] == '\n' {
		end++
	}
	changed := text[start:p.start] + p.text + text[p.end:end]
	if p.start > body {
		changed = text[start:body] + text[body:p.start] + p.text
	}
	if end >= body { // the final line breaks are not written but chomped
		whole := changed + text[end:]
		changed = strings.TrimRight(whole, "\n")
		if len(whole)-len(changed) != len(text)-body {
			return patch{}, errors.New("the end of a folded block cannot be changed")
		}
		end = body
	}
	rawStart, rawEnd := s.offset(0), s.endOffset(end)
	if start > 0 {
		rawStart = s.endOffset(start)
	}
	if end < body {
		rawEnd = s.offset(end)
	}
	before := start == 0 || isBlank(text, lineStart(text, start))
	return patch{rawStart, rawEnd, shape.fold(changed, before, end < body && isBlank(text, end))}, nil
}

// fold writes a text within a folded block. before and behind tell whether the
// line it begins in, and the one that follows, begin with a blank: round such
// lines nothing folds.
func (shape blockShape) fold(text string, before, behind bool) string {
	var raw strings.Builder
	for {
		line := text[:len(text)-len(strings.TrimLeft(text, "\n"))]
		breaks := len(line)
		text = text[breaks:]
		line, _, _ = strings.Cut(text, "\n")
		text = text[len(line):]
		if breaks > 0 {
			indented := isBlank(line, 0) || line == "" && behind
			if !before && !indented {
				breaks++
			}
			before = indented
			raw.WriteString(strings.Repeat(shape.eol, breaks))
			raw.WriteString(shape.indent)
		}
		raw.WriteString(line)
		if text == "" {
			return raw.String()
		}
	}
}
