package manifest

import (
	"errors"
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// append adds entries to the sequence at a site, each in the style of the last
// existing one. A list of mappings that is missing from its mapping is created
// with them.
func (e *editor) append(at *site, group []Op) error {
	if len(at.missing) > 0 {
		return e.appendToMissing(at, group)
	}
	null := IsNull(at.node)
	if !null && at.node.Kind != yaml.SequenceNode {
		return fmt.Errorf("%s is there, not a list", kindName(at.node))
	}
	var last *yaml.Node
	if !null && len(at.node.Content) > 0 {
		last = at.node.Content[len(at.node.Content)-1]
	}
	want := e.want[at.node]
	want.Kind, want.Tag, want.Value = yaml.SequenceNode, "!!seq", ""
	items := make([]newItem, 0, len(group))
	for _, op := range group {
		item := newItem{text: matchLastText(op.Value, last), isText: op.Kind == OpAppendText}
		node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: item.text}
		if item.isText {
			e.trailingBreaksVary[node] = true
		} else {
			if item.entries = matchLastItem(freshEntries(op.Entries), last); len(item.entries) == 0 {
				return errors.New("no entry is given")
			}
			node = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: e.nodes(item.entries)}
		}
		want.Content = append(want.Content, node)
		items = append(items, item)
	}
	return e.addItems(at, items, last)
}

func (e *editor) appendToMissing(at *site, group []Op) error {
	if len(at.missing) > 1 || at.node.Kind != yaml.MappingNode {
		return fmt.Errorf("there is no %q", at.missing[0])
	}
	list := freshEntry{key: at.missing[0]}
	for _, op := range group {
		if op.Kind == OpAppendText || len(op.Entries) == 0 {
			return fmt.Errorf("there is no %q", at.missing[0])
		}
		list.items = append(list.items, freshEntries(op.Entries))
	}
	return e.insertEntries(at, []freshEntry{list})
}

// newItem is an item to be added to a sequence: a string or a mapping.
type newItem struct {
	isText  bool
	text    string
	entries []freshEntry
}

func (e *editor) addItems(at *site, items []newItem, last *yaml.Node) error {
	l := at.level
	switch {
	case last == nil && IsNull(at.node) && at.key != nil && !at.flow():
		indent := at.key.Column - 1 + l.listStep(e.step(l))
		return e.fillBelow(at, l.itemLines(items, itemShape{indent: indent, gap: " ", header: "|"}))
	case last == nil && IsNull(at.node):
		return e.replaceNull(at, "["+strings.Join(l.flowItems(items, nil), ", ")+"]")
	case at.node.Style&yaml.FlowStyle != 0:
		comma := ", "
		if n := len(at.node.Content); l.json && n > 0 {
			comma = l.commaBefore(at.node.Content[n-1])
		}
		return l.addFlow(at.node, l.flowItems(items, last), 1, comma)
	}
	shape, err := l.itemShapeOf(last)
	if err != nil {
		return err
	}
	return e.addLines(l, last, l.itemLines(items, shape))
}

// commaBefore returns the comma used before the last entry of a JSON array.
func (l *level) commaBefore(item *yaml.Node) string {
	if at := l.holder.offset(item.Line, item.Column); at > 0 && isBlank(l.holder.text, at-1) || strings.Contains(l.holder.text, `": `) {
		return ", "
	}
	return ","
}

// flowItems formats each item for the inside of brackets.
func (l *level) flowItems(items []newItem, last *yaml.Node) []string {
	shape := l.flowShapeOf(last)
	var texts []string
	for _, item := range items {
		if item.isText {
			texts = append(texts, l.spell(item.text, yaml.DoubleQuotedStyle, true))
			continue
		}
		texts = append(texts, l.bracketed(l.flowEntries(item.entries, shape), last, shape))
	}
	return texts
}
