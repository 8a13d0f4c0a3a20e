package manifest

import (
	"errors"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// textRange is a range of a level's text.
type textRange struct{ start, end int }

// entry finds an entry of a collection, from its key or dash to the end of its
// value, without a comment.
func (l *level) entry(parent *yaml.Node, first, width int) (textRange, error) {
	node := parent.Content[first]
	start := l.holder.offset(node.Line, node.Column)
	if parent.Kind == yaml.SequenceNode && parent.Style&yaml.FlowStyle == 0 {
		dash, ok := l.dash(node)
		if !ok {
			return textRange{}, errors.New("its dash cannot be found")
		}
		start = dash
	}
	_, end, err := l.leafEnd(parent.Content[first+width-1])
	return textRange{start, max(start, end)}, err
}

// removeOnly removes the only entry and leaves empty brackets.
func (l *level) removeOnly(at *site, entry textRange) {
	text, empty := l.holder.text, "[]"
	if at.parent().Kind == yaml.MappingNode {
		empty = "{}"
	}
	if at.parent().Style&yaml.FlowStyle != 0 {
		empty = ""
	} else if colon := strings.TrimRight(text[:entry.start], " \t\r\n"); strings.HasSuffix(colon, ":") {
		entry.start, empty = len(colon), " "+empty
	}
	l.patch(entry.start, entry.end, empty)
}

// removeLines removes an entry that shares its lines with nothing else.
func (e *editor) removeLines(at *site, entry textRange) error {
	l, text := at.level, at.level.holder.text
	end, ownLine, err := e.insertionPoint(l, at.node)
	if err != nil {
		return err
	}
	start := lineStart(text, entry.start)
	switch size, _ := lineBreakAt(text, end); {
	case ownLine:
	case size > 0:
		end += size
	default: // the last line: the break before it is removed
		start = len(strings.TrimSuffix(strings.TrimSuffix(text[:start], "\n"), "\r"))
	}
	l.patch(start, end, "")
	return nil
}

// removeBetween removes an entry that shares its line with others.
func (l *level) removeBetween(parent *yaml.Node, first, width int, entry textRange) error {
	cut := entry
	var gap string
	text := l.holder.text
	if first+width < len(parent.Content) {
		next, err := l.entry(parent, first+width, width)
		if err != nil {
			return err
		}
		cut.end = next.start
		gap = text[min(entry.end, next.start):next.start]
	} else {
		before, err := l.entry(parent, first-width, width)
		if err != nil {
			return err
		}
		cut.start = before.end
		gap = text[min(before.end, entry.start):entry.start]
	}
	if strings.Contains(gap, "#") {
		return errors.New("a comment would be lost")
	}
	l.patch(cut.start, cut.end, "")
	return nil
}
