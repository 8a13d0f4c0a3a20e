package manifest

import (
	"strconv"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// place is a value in the text that holds it.
type place struct {
	holder *holder
	key    *yaml.Node // nil for list entries and documents
	node   *yaml.Node
}

// Node returns the value at a path with aliases resolved, nil if there is none.
// Inner documents are read as JSON if the text is JSON, else as YAML.
func (d *Doc) Node(path Path) *yaml.Node {
	p, found := d.find(path)
	if !found {
		return nil
	}
	return Resolve(p.node)
}

// Locate returns where a value, or the key that names it, is in the file.
// Something absent is located at the nearest thing on its path that exists, by
// its key if it has one. exact is false if a string's text could not be mapped
// and the span is that of the whole string.
func (d *Doc) Locate(path Path, part Part) (span Span, exact bool) {
	if d.Origin != nil {
		return d.Origin.Locate(path, part)
	}
	return d.locate(path, part)
}

func (d *Doc) locate(path Path, part Part) (Span, bool) {
	p, found := d.find(path)
	if !found {
		part = Key
	}
	node := p.node
	if part == Key && p.key != nil {
		node = p.key
	}
	if part == Key && p.key == nil && node.Kind != yaml.ScalarNode {
		start, end := p.holder.head(node)
		return d.span(p.holder, start, end)
	}
	start, end := p.holder.extent(node)
	return d.span(p.holder, start, end)
}

// LocateText returns the position of a line and column (from 1; column 0 is the
// line's first non-blank character) of the text that the string at path decodes
// to.
func (d *Doc) LocateText(path Path, line, column int) (span Span, exact bool) {
	if d.Origin != nil {
		return d.Origin.LocateText(path, line, column)
	}
	p, found := d.find(path)
	node := Resolve(p.node)
	if !found || node.Kind != yaml.ScalarNode {
		return d.locate(path, Value)
	}
	inner := p.holder.inside(node)
	start := inner.offset(line, max(column, 1))
	if column == 0 {
		for start < len(inner.text) && (inner.text[start] == ' ' || inner.text[start] == '\t') {
			start++
		}
	}
	end := start
	for end < len(inner.text) && inner.text[end] != '\n' && inner.text[end] != '\r' {
		end++
	}
	return d.span(inner, start, end)
}

// span maps a range of a holder to the file.
func (d *Doc) span(h *holder, start, end int) (Span, bool) {
	fileStart, fileEnd, exact := h.inFile(start, end)
	return d.File.Span(fileStart, fileEnd), exact
}

// head returns the range of the beginning of a collection that has no key: up
// to the end of its first key or entry.
func (h *holder) head(node *yaml.Node) (start, end int) {
	start = h.offset(node.Line, node.Column)
	if len(node.Content) == 0 || node.Style&yaml.FlowStyle != 0 {
		return h.extent(node)
	}
	_, end = h.extent(node.Content[0])
	return start, max(start, end)
}

// find returns the value at a path or, if there is none, the innermost value on
// the way.
func (d *Doc) find(path Path) (at place, found bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.File.prepare()
	at = place{holder: d.File.root, node: d.Root}
	walked := Path("")
	for _, step := range path.segments() {
		next := at.step(step)
		if next.node == nil {
			return at, false
		}
		at = next
		walked = walked.Repeated(step.key, step.nth)
		if step.inner {
			walked = walked.Inner()
			inner := d.enter(walked, at)
			if inner == nil || inner.root == nil {
				return at, false
			}
			at = place{holder: inner.holder, node: inner.root}
		}
	}
	return at, true
}

// step descends to a key of a mapping or an entry of a sequence.
func (p place) step(s segment) place {
	node := Resolve(p.node)
	switch node.Kind {
	case yaml.MappingNode:
		key, value := field(node, s.key, s.nth, 0)
		return place{holder: p.holder, key: key, node: value}
	case yaml.SequenceNode:
		if i, err := strconv.Atoi(s.key); err == nil && i >= 0 && i < len(node.Content) {
			return place{holder: p.holder, node: node.Content[i]}
		}
	}
	return place{holder: p.holder}
}

// LocateWithin returns the span of a part, in bytes, of the text that the
// string at path decodes to.
func (d *Doc) LocateWithin(path Path, from, to int) (span Span, exact bool) {
	if d.Origin != nil {
		return d.Origin.Locate(path, Value)
	}
	p, found := d.find(path)
	node := Resolve(p.node)
	if !found || node.Kind != yaml.ScalarNode {
		return d.locate(path, Value)
	}
	inner := p.holder.inside(node)
	return d.span(inner, min(from, len(inner.text)), min(to, len(inner.text)))
}
