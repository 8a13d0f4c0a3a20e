package manifest

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// freshEntry is a key to be added, with its value: a scalar, a mapping, or a
// list of mappings.
type freshEntry struct {
	key, value string
	plain      bool
	keyStyle   yaml.Style
	style      yaml.Style     // of the value
	nested     []freshEntry   // nil if the value is not a mapping
	items      [][]freshEntry // nil if it is not a list
}

func freshEntries(entries []NewEntry) []freshEntry {
	added := make([]freshEntry, 0, len(entries))
	for _, entry := range entries {
		added = append(added, freshEntry{key: entry.Key, value: entry.Value, plain: entry.Plain})
	}
	return added
}

// nest nests entries below keys, the outermost first.
func nest(keys []string, entries []freshEntry) []freshEntry {
	for i := len(keys) - 1; i >= 0; i-- {
		entries = []freshEntry{{key: keys[i], nested: entries}}
	}
	return entries
}

// nodes returns what entries have to read back as: keys and values alternately.
func (e *editor) nodes(entries []freshEntry) []*yaml.Node {
	var nodes []*yaml.Node
	for _, entry := range entries {
		value := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: entry.value}
		switch {
		case entry.nested != nil:
			value = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: e.nodes(entry.nested)}
		case entry.items != nil:
			value = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
			for _, item := range entry.items {
				value.Content = append(value.Content, &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: e.nodes(item)})
			}
		case entry.plain:
			value.Tag = ""
		}
		nodes = append(nodes, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: entry.key}, value)
	}
	return nodes
}

func (l *level) spellKey(entry freshEntry, flow bool) string {
	return l.spell(entry.key, entry.keyStyle, flow)
}

func (l *level) spellValue(entry freshEntry, flow bool) string {
	if entry.plain {
		return entry.value
	}
	return l.spell(entry.value, entry.style, flow)
}

// blockLines formats entries as the lines of a block mapping, without line
// ends.
func (l *level) blockLines(entries []freshEntry, indent, step int) []string {
	var lines []string
	for _, entry := range entries {
		head := strings.Repeat(" ", indent) + l.spellKey(entry, false) + ":"
		switch {
		case entry.nested != nil:
			lines = append(lines, head)
			lines = append(lines, l.blockLines(entry.nested, indent+step, step)...)
		case entry.items != nil:
			lines = append(lines, head)
			for _, item := range entry.items {
				lines = append(lines, strings.Repeat(" ", indent+l.listStep(step))+"- "+l.flowMapping(item, l.flowShapeOf(nil)))
			}
		default:
			lines = append(lines, head+" "+l.spellValue(entry, false))
		}
	}
	return lines
}

func (l *level) flowMapping(entries []freshEntry, shape flowShape) string {
	return "{" + strings.Join(l.flowEntries(entries, shape), shape.comma) + "}"
}

// flowEntries formats each entry for the inside of brackets.
func (l *level) flowEntries(entries []freshEntry, shape flowShape) []string {
	var texts []string
	for _, entry := range entries {
		if shape.quoted {
			entry.keyStyle = yaml.DoubleQuotedStyle
		}
		text := l.spellKey(entry, true) + shape.colon
		switch {
		case entry.nested != nil:
			text += l.flowMapping(entry.nested, shape)
		case entry.items != nil:
			var items []string
			for _, item := range entry.items {
				items = append(items, l.flowMapping(item, shape))
			}
			text += "[" + strings.Join(items, shape.comma) + "]"
		default:
			text += l.spellValue(entry, true)
		}
		texts = append(texts, text)
	}
	return texts
}

// step returns how far the document indents a mapping below its key, 0 if it
// shows none.
func (l *level) step() int {
	return max(firstStep(l.root, yaml.MappingNode), 0)
}

// listStep returns how far the document indents a list below its key, or other
// if no list shows it.
func (l *level) listStep(other int) int {
	if step := firstStep(l.root, yaml.SequenceNode); step >= 0 {
		return step
	}
	return other
}

// firstStep finds the first block collection of a kind below a key and returns
// how far it is indented, -1 if there is none.
func firstStep(node *yaml.Node, kind yaml.Kind) int {
	for i, child := range node.Content {
		if node.Kind == yaml.MappingNode && i%2 == 1 && node.Style&yaml.FlowStyle == 0 && child.Kind == kind &&
			child.Style&(yaml.FlowStyle|yaml.TaggedStyle) == 0 && child.Anchor == "" && len(child.Content) > 0 {
			return child.Column - node.Content[i-1].Column
		}
		if found := firstStep(child, kind); found >= 0 {
			return found
		}
	}
	return -1
}
