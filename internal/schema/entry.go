package schema

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// entry is one key of a mapping and its value.
type entry struct {
	name     string
	value    *yaml.Node // not resolved
	repeated bool       // the mapping has the key more than once
}

// entries lists the keys of a mapping, each once, with those from merge keys
// after its own. A key that is not a scalar is left out. The document must have
// passed checkExpansion.
func entries(mapping *yaml.Node) []entry {
	list := make([]entry, 0, len(mapping.Content)/2)
	at := newPositions(len(mapping.Content) / 2)
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key := manifest.Resolve(mapping.Content[i])
		if key == nil || key.Kind != yaml.ScalarNode || manifest.IsMerge(key) {
			continue
		}
		if first, found := at.add(key.Value, len(list)); found {
			list[first].repeated = true
			continue
		}
		list = append(list, entry{name: key.Value, value: mapping.Content[i+1]})
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if key := manifest.Resolve(mapping.Content[i]); key != nil && manifest.IsMerge(key) {
			list = mergeInto(list, at, mapping.Content[i+1])
		}
	}
	return list
}

// mergeInto appends what a merge key brings in: the keys of a mapping, or of a
// list of mappings, where earlier ones take precedence, as do the mapping's own
// keys.
func mergeInto(list []entry, at *positions, source *yaml.Node) []entry {
	source = manifest.Resolve(source)
	switch {
	case source == nil:
	case source.Kind == yaml.MappingNode:
		for _, merged := range entries(source) {
			if _, found := at.add(merged.name, len(list)); !found {
				list = append(list, merged)
			}
		}
	case source.Kind == yaml.SequenceNode:
		for _, item := range source.Content {
			if item = manifest.Resolve(item); item != nil && item.Kind == yaml.MappingNode {
				list = mergeInto(list, at, item)
			}
		}
	}
	return list
}

// positions records where each name was first seen. Mappings in manifests are
// small: a map only pays off for the rare big one.
type positions struct {
	few  []position
	many map[string]int // replaces few once there are many
}

type position struct {
	name string
	at   int
}

const smallMapping = 16

func newPositions(size int) *positions {
	if size > smallMapping {
		return &positions{many: make(map[string]int, size)}
	}
	return &positions{few: make([]position, 0, size)}
}

// add records the position of a name, or returns the position recorded first.
func (p *positions) add(name string, at int) (first int, found bool) {
	if p.many == nil && len(p.few) == smallMapping {
		p.grow()
	}
	if p.many != nil {
		if first, found = p.many[name]; !found {
			p.many[name] = at
		}
		return first, found
	}
	for i := range p.few {
		if p.few[i].name == name {
			return p.few[i].at, true
		}
	}
	p.few = append(p.few, position{name, at})
	return 0, false
}

func (p *positions) grow() {
	p.many = make(map[string]int, 4*len(p.few))
	for _, known := range p.few {
		p.many[known.name] = known.at
	}
}
