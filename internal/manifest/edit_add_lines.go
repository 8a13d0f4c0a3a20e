package manifest

import (
	"errors"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// leafEnd returns the last scalar, alias or bracketed collection in a node, and
// where it ends.
func (l *level) leafEnd(node *yaml.Node) (leaf *yaml.Node, end int, err error) {
	h := l.holder
	for len(node.Content) > 0 && node.Style&yaml.FlowStyle == 0 {
		node = node.Content[len(node.Content)-1]
	}
	inmost := node
	for len(inmost.Content) > 0 {
		inmost = inmost.Content[len(inmost.Content)-1]
	}
	if inmost.Kind == yaml.ScalarNode {
		if _, exact := readScalar(h.text, h.offset(inmost.Line, inmost.Column), inmost); !exact {
			return nil, 0, errUnmapped
		}
	}
	if node.Kind != yaml.ScalarNode && node.Kind != yaml.AliasNode {
		open := skipProperties(h.text, h.offset(node.Line, node.Column), node)
		if open >= len(h.text) || h.text[open] != '{' && h.text[open] != '[' {
			return nil, 0, errors.New("its end cannot be found")
		}
	}
	_, end = h.extent(node)
	return node, end, nil
}

// insertionPoint returns where lines can be added below a node: at the end of
// its last line, after any comment, or, if ownLine is set, at the start of the
// line below. A scalar at the end of the text may gain a final line break as a
// result.
func (e *editor) insertionPoint(l *level, node *yaml.Node) (at int, ownLine bool, err error) {
	text := l.holder.text
	leaf, end, err := l.leafEnd(node)
	if err != nil {
		return 0, false, err
	}
	if leaf.Kind != yaml.ScalarNode || !isBlock(leaf.Style) {
		return breakOrEnd(text, end), false, nil
	}
	read, _ := readScalar(text, l.holder.offset(leaf.Line, leaf.Column), leaf)
	header, _ := readBlockHeader(text, read.Start)
	if header.keep && leaf.Value != "" {
		at := read.endOffset(len(leaf.Value))
		return at, at > 0 && isLineBreak(text, at-1), nil
	}
	if end = breakOrEnd(text, end); end == len(text) && !header.strip {
		e.trailingBreaksVary[e.want[leaf]] = true
	}
	return end, false, nil
}

// addLines adds lines below a node of a block collection.
func (e *editor) addLines(l *level, below *yaml.Node, lines []string) error {
	at, ownLine, err := e.insertionPoint(l, below)
	if err != nil {
		return err
	}
	l.addLinesAt(at, ownLine, lines)
	return nil
}

func (l *level) addLinesAt(at int, ownLine bool, lines []string) {
	eol := eolNear(l.holder.text, at)
	added := ""
	for _, line := range lines {
		if ownLine {
			added += line + eol
		} else {
			added += eol + line
		}
	}
	l.patch(at, at, added)
}

// dash returns the offset of the dash of an entry of a block sequence.
func (l *level) dash(item *yaml.Node) (at int, ok bool) {
	text := l.holder.text
	at = l.holder.offset(item.Line, item.Column)
	for at > 0 && (isBlank(text, at-1) || text[at-1] == '\n' || text[at-1] == '\r') {
		at--
	}
	if at == 0 || text[at-1] != '-' {
		return 0, false
	}
	return at - 1, true
}
