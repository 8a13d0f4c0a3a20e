package manifest

import (
	"errors"
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// insert adds entries to the mapping at a site, and creates the mapping if it
// is missing or null.
func (e *editor) insert(at *site, group []Op) error {
	var entries []freshEntry
	for _, op := range group {
		entries = append(entries, freshEntries(op.Entries)...)
	}
	if len(entries) == 0 {
		return errors.New("no entry is given")
	}
	return e.insertEntries(at, nest(at.missing, entries))
}

func (e *editor) insertEntries(at *site, entries []freshEntry) error {
	if IsNull(at.node) {
		return e.fillNull(at, entries)
	}
	if at.node.Kind != yaml.MappingNode {
		return fmt.Errorf("%s is there, not a mapping", kindName(at.node))
	}
	for _, entry := range entries {
		if len(ownKeys(at.node, entry.key)) > 0 {
			return fmt.Errorf("the key %q is there already", entry.key)
		}
	}
	want := e.want[at.node]
	want.Content = append(want.Content, e.nodes(entries)...)
	l := at.level
	if at.node.Style&yaml.FlowStyle != 0 {
		shape := l.flowShapeOf(at.node)
		return l.addFlow(at.node, l.flowEntries(entries, shape), 2, shape.comma)
	}
	indent := at.node.Content[0].Column - 1
	return e.addLines(l, at.node, l.blockLines(entries, indent, e.step(l)))
}

// step returns the indentation of a mapping below its key: the text's own or,
// if it shows none, that of the enclosing document.
func (e *editor) step(l *level) int {
	for ; l != nil; l = l.outer {
		if step := l.step(); step > 0 {
			return step
		}
	}
	return 2
}

// fillNull turns a null into a mapping.
func (e *editor) fillNull(at *site, entries []freshEntry) error {
	want := e.want[at.node]
	want.Kind, want.Tag, want.Value, want.Content = yaml.MappingNode, "!!map", "", e.nodes(entries)
	l := at.level
	if at.key == nil || at.flow() {
		shape := l.flowShapeOf(at.enclosingMapping())
		return e.replaceNull(at, l.bracketed(l.flowEntries(entries, shape), nil, shape))
	}
	step := e.step(l)
	return e.fillBelow(at, l.blockLines(entries, at.key.Column-1+step, step))
}

// enclosingMapping returns the mapping that contains a value, nil if there is
// none.
func (at *site) enclosingMapping() *yaml.Node {
	if at.key == nil {
		return nil
	}
	return at.parent()
}

// replaceNull replaces a null by a bracketed collection.
func (e *editor) replaceNull(at *site, token string) error {
	_, read, err := e.scalar(at, Value)
	if err != nil {
		return err
	}
	at.replaceScalar(read, token)
	return nil
}

// fillBelow removes a null and adds lines below its key.
func (e *editor) fillBelow(at *site, lines []string) error {
	_, read, err := e.scalar(at, Value)
	if err != nil {
		return err
	}
	text := at.level.holder.text
	if read.Start < read.End {
		start := len(strings.TrimRight(text[:read.Start], " \t"))
		at.level.patch(start, read.End, "")
	}
	at.level.addLinesAt(breakOrEnd(text, read.End), false, lines)
	return nil
}
