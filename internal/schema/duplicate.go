package schema

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// repeats finds keys that occur twice in one mapping, in every mapping of a
// document as written: what aliases repeat is examined once.
type repeats struct {
	found   []Duplicate
	aliased bool // whether an alias was found
}

// place is a step of the walk. Its path is only built for a find.
type place struct {
	parent *place
	name   string
	nth    int // occurrence of the name in its mapping, from 1; 0 in a list
	index  int
}

func (p *place) path() manifest.Path {
	switch {
	case p == nil:
		return ""
	case p.nth == 0:
		return p.parent.path().Index(p.index)
	}
	return p.parent.path().Repeated(p.name, p.nth)
}

func (r *repeats) walk(node *yaml.Node, here *place) {
	switch node.Kind {
	case yaml.AliasNode:
		r.aliased = true
	case yaml.MappingNode:
		r.mapping(node, here)
	case yaml.SequenceNode:
		for i, item := range node.Content {
			if len(item.Content) > 0 || item.Kind == yaml.AliasNode {
				r.walk(item, &place{parent: here, index: i})
			}
		}
	}
}

func (r *repeats) mapping(node *yaml.Node, here *place) {
	at := newPositions(len(node.Content) / 2)
	var counts map[int]int                  // of repeated keys, by the position of the first occurrence
	last, lastFirst, reported := -1, -1, -1 // the previous repeated key: its position, that of its first one, and of the report
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if key.Kind == yaml.AliasNode {
			r.aliased = true
		}
		key = manifest.Resolve(key)
		if key == nil || key.Kind != yaml.ScalarNode {
			continue
		}
		nth := 1
		if first, found := at.add(key.Value, i); found {
			if counts == nil {
				counts = map[int]int{}
			}
			counts[first]++
			nth = counts[first] + 1
			if last >= 0 && last == i-2 && lastFirst == first-2 {
				r.found[reported].With = append(r.found[reported].With, key.Value)
			} else {
				reported = len(r.found)
				r.report(here, key.Value, nth, node.Content[first+1], value)
			}
			last, lastFirst = i, first
		}
		if len(value.Content) > 0 || value.Kind == yaml.AliasNode {
			r.walk(value, &place{parent: here, name: key.Value, nth: nth})
		}
	}
}

func (r *repeats) report(here *place, key string, nth int, first, value *yaml.Node) {
	mapping := here.path()
	r.found = append(r.found, Duplicate{
		Path:  mapping.Repeated(key, nth),
		First: mapping.Key(key),
		Key:   key,
		Same:  same(first, value),
	})
}

// twoObjects returns the first key of a second resource if one document
// contains two, or nil: the line that separated them was lost, and their fields
// cannot be distinguished.
func (r *repeats) twoObjects(root *yaml.Node) *Duplicate {
	if !manifest.HasTwoObjects(root) {
		return nil
	}
	for i := range r.found {
		if d := r.found[i]; d.First == manifest.Path("").Key(d.Key) {
			d.TwoObjects = true
			return &d
		}
	}
	return nil
}

// same reports whether two nodes are written alike, ignoring comments and
// style.
func same(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || len(a.Content) != len(b.Content) {
		return false
	}
	if a.Kind == yaml.ScalarNode && a.ShortTag() != b.ShortTag() {
		return false
	}
	for i := range a.Content {
		if !same(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}
