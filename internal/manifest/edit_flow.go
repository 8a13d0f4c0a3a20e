package manifest

import (
	"errors"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// flowShape is how the entries between brackets are written.
type flowShape struct {
	colon, comma string
	quoted       bool // keys are in double quotes
}

// flowShapeOf returns the shape of the last entry of a flow mapping; if there
// is none, the usual shape of the text.
func (l *level) flowShapeOf(mapping *yaml.Node) flowShape {
	shape := flowShape{colon: ": ", comma: ", ", quoted: l.json}
	if mapping == nil || mapping.Kind != yaml.MappingNode || len(mapping.Content) == 0 {
		if l.json && !strings.Contains(l.holder.text, `": `) {
			return flowShape{colon: ":", comma: ",", quoted: true}
		}
		return shape
	}
	key := mapping.Content[len(mapping.Content)-2]
	shape.quoted = l.json || key.Style&yaml.DoubleQuotedStyle != 0
	_, end := l.holder.extent(key)
	colon := skipBlanks(l.holder.text, end)
	if shape.quoted && colon+1 < len(l.holder.text) && !isBlank(l.holder.text, colon+1) && !isLineBreak(l.holder.text, colon+1) {
		shape.colon, shape.comma = ":", ","
	}
	return shape
}

// addFlow adds texts as the last entries of a flow collection; width is the
// number of nodes of Content per entry.
func (l *level) addFlow(node *yaml.Node, texts []string, width int, comma string) error {
	text := l.holder.text
	open := skipProperties(text, l.holder.offset(node.Line, node.Column), node)
	if open >= len(text) || text[open] != '{' && text[open] != '[' {
		return errors.New("no bracket stands round its entries")
	}
	n := len(node.Content)
	if n == 0 {
		_, end := l.holder.extent(node)
		if strings.Trim(text[open+1:end-1], " \t\r\n") != "" {
			return errors.New("a comment is in the empty brackets")
		}
		l.patch(open+1, end-1, strings.Join(texts, comma))
		return nil
	}
	first := l.holder.offset(node.Content[n-width].Line, node.Content[n-width].Column)
	_, end, err := l.leafEnd(node.Content[n-1])
	if err != nil {
		return err
	}
	if blankBefore(text, first) {
		comma = "," + eolNear(text, first) + margin(text, first)
	}
	l.patch(end, end, comma+strings.Join(texts, comma))
	return nil
}

// bracketed formats the entries of a new flow mapping like those of another,
// nil if there is none: on one line, or one entry per line.
func (l *level) bracketed(entries []string, like *yaml.Node, shape flowShape) string {
	if like != nil && like.Kind == yaml.MappingNode && len(like.Content) > 0 {
		text := l.holder.text
		open := l.holder.offset(like.Line, like.Column)
		if first := l.holder.offset(like.Content[0].Line, like.Content[0].Column); blankBefore(text, first) {
			eol, inside := eolNear(text, first), margin(text, first)
			return "{" + eol + inside + strings.Join(entries, ","+eol+inside) + eol + margin(text, open) + "}"
		}
		if _, end := l.holder.extent(like); strings.HasSuffix(text[:end], " }") && open+1 < len(text) && text[open+1] == ' ' {
			return "{ " + strings.Join(entries, shape.comma) + " }"
		}
	}
	return "{" + strings.Join(entries, shape.comma) + "}"
}
