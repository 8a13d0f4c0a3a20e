package manifest

import (
	"errors"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// remove takes an entry out of its mapping or sequence: in block style with its
// lines, between brackets with its comma.
func (e *editor) remove(at *site) error {
	if at.index < 0 {
		return errors.New("a whole document cannot be removed")
	}
	parent, width := at.parent(), 1
	if parent.Kind == yaml.MappingNode {
		width = 2
	}
	first := at.index - width + 1
	for _, node := range parent.Content[first : at.index+1] {
		if e.anyAliased(node) {
			return errors.New("an alias needs it elsewhere")
		}
	}
	e.drop(parent, first, width)
	entry, err := at.level.entry(parent, first, width)
	if err != nil {
		return err
	}
	switch {
	case len(parent.Content) == width:
		return at.level.removeOnly(at, entry)
	case parent.Style&yaml.FlowStyle == 0 && blankBefore(at.level.holder.text, entry.start):
		return e.removeLines(at, entry)
	}
	return at.level.removeBetween(parent, first, width, entry)
}

func (e *editor) anyAliased(node *yaml.Node) bool {
	if e.aliased[node] {
		return true
	}
	for _, child := range node.Content {
		if e.anyAliased(child) {
			return true
		}
	}
	return false
}

// drop takes nodes out of the expected tree.
func (e *editor) drop(parent *yaml.Node, first, width int) {
	gone := e.want[parent.Content[first]]
	want := e.want[parent]
	for i, node := range want.Content {
		if node == gone {
			want.Content = append(want.Content[:i:i], want.Content[i+width:]...)
			return
		}
	}
}

// stretch is a part of a level's text.
type stretch struct{ start, end int }

// entry finds an entry of a collection, from its key or dash to the end of its
// value, without a comment.
func (l *level) entry(parent *yaml.Node, first, width int) (stretch, error) {
	node := parent.Content[first]
	start := l.holder.offset(node.Line, node.Column)
	if parent.Kind == yaml.SequenceNode && parent.Style&yaml.FlowStyle == 0 {
		dash, ok := l.dash(node)
		if !ok {
			return stretch{}, errors.New("its dash cannot be found")
		}
		start = dash
	}
	_, end, err := l.leafEnd(parent.Content[first+width-1])
	return stretch{start, max(start, end)}, err
}

// removeOnly leaves empty brackets.
func (l *level) removeOnly(at *site, entry stretch) error {
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
	return nil
}

// removeLines removes an entry that has its lines for itself.
func (e *editor) removeLines(at *site, entry stretch) error {
	l, text := at.level, at.level.holder.text
	end, ownLine, err := e.behind(l, at.node)
	if err != nil {
		return err
	}
	start := lineStart(text, entry.start)
	switch size, _ := lineBreakAt(text, end); {
	case ownLine:
	case size > 0:
		end += size
	default: // the last line: the break before it goes
		start = len(strings.TrimSuffix(strings.TrimSuffix(text[:start], "\n"), "\r"))
	}
	l.patch(start, end, "")
	return nil
}

// removeBetween removes an entry that shares its line with others.
func (l *level) removeBetween(parent *yaml.Node, first, width int, entry stretch) error {
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
