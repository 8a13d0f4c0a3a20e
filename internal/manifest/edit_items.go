package manifest

import (
	"errors"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// itemShape is how an entry of a block sequence is written.
type itemShape struct {
	indent int    // of the dash
	gap    string // between the dash and what follows
	// header begins a string written as a block; "" means double quotes.
	header string
	// text is the indentation of the lines of such a string; 0 is two more than
	// that of the dash.
	text     int
	flowItem *yaml.Node // the entry, if it is a mapping in brackets
}

// itemShapeOf returns the shape of an entry.
func (l *level) itemShapeOf(item *yaml.Node) (itemShape, error) {
	text := l.holder.text
	dash, ok := l.dash(item)
	if !ok {
		return itemShape{}, errors.New("the dash of the last entry cannot be found")
	}
	at := l.holder.offset(item.Line, item.Column)
	shape := itemShape{indent: len([]rune(text[lineStart(text, dash):dash])), gap: text[dash+1 : at]}
	properties := item.Anchor != "" || item.Style&yaml.TaggedStyle != 0
	if strings.Trim(shape.gap, " ") != "" || shape.gap == "" || properties {
		shape.gap = " "
	}
	switch {
	case item.Kind == yaml.MappingNode && item.Style&yaml.FlowStyle != 0:
		shape.flowItem = item
	case item.Kind == yaml.ScalarNode && isBlock(item.Style):
		read, exact := readScalar(text, at, item)
		if !exact {
			return itemShape{}, errUnmapped
		}
		header, _ := readBlockHeader(text, read.Start)
		shape.header = text[read.Start:header.end]
		if block, ok := shapeOf(text, read, item.Value); ok {
			shape.text = len(block.indent)
		}
	}
	return shape, nil
}

// itemLines formats items as lines, without line ends.
func (l *level) itemLines(items []newItem, shape itemShape) []string {
	var lines []string
	for _, item := range items {
		dash := strings.Repeat(" ", shape.indent) + "-" + shape.gap
		switch {
		case item.isText:
			lines = append(lines, l.textLines(item.text, dash, shape)...)
		case shape.flowItem != nil:
			flow := l.flowShapeOf(shape.flowItem)
			lines = append(lines, dash+"{"+strings.Join(l.flowEntries(item.entries, flow), flow.comma)+"}")
		default:
			block := l.blockLines(item.entries, len(dash), 2)
			block[0] = dash + strings.TrimLeft(block[0], " ")
			lines = append(lines, block...)
		}
	}
	return lines
}

// textLines formats a string as an item: as a block like its neighbour, or in
// quotes.
func (l *level) textLines(text, dash string, shape itemShape) []string {
	body := strings.TrimRight(text, "\n")
	indented := strings.HasPrefix(body, " ") || strings.HasPrefix(body, "\n")
	if shape.header == "" || body == "" || !fitsInBlock(body) || indented {
		return []string{dash + quoted(text)}
	}
	block := blockShape{folded: shape.header[0] == '>', eol: "\n", indent: strings.Repeat(" ", shape.text)}
	if shape.text == 0 {
		block.indent = strings.Repeat(" ", shape.indent+2)
	}
	lines := []string{dash + shape.header}
	return append(lines, strings.Split(block.lines(body), "\n")...)
}
