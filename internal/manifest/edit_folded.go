package manifest

import (
	"errors"
	"strings"
)

// toOuterFolded folds. A patch that touches a line break is widened to the
// characters around the breaks, since they determine how the breaks are
// written.
func (l *level) toOuterFolded(p patch, shape blockShape) (patch, error) {
	s, text := l.holder.scalar, l.holder.text
	if !fitsInBlock(p.text) {
		return patch{}, errBlockText
	}
	if !strings.Contains(text[p.start:p.end]+p.text, "\n") {
		return l.toOuterWithinLine(p), nil
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

// toOuterWithinLine translates a patch that neither removes nor adds a line
// break.
func (l *level) toOuterWithinLine(p patch) patch {
	s, text := l.holder.scalar, l.holder.text
	if p.start == p.end && p.start == len(text) {
		at := s.endOffset(p.start)
		return patch{at, at, p.text}
	}
	start, end := s.offset(p.start), s.endOffset(p.end)
	if p.end < len(text) {
		end = s.offset(p.end)
	}
	return patch{start, max(start, end), p.text}
}

// fold formats a text within a folded block. before and behind report whether
// the line it begins in, and the one that follows it, begin with a blank:
// nothing is folded next to such lines.
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
