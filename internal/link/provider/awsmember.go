package provider

import (
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// jsonMembers lists the keys of a mapping as YAML 1.1 and then encoding/json pass them
// to a struct: of a duplicate key the last wins, a merge overrides what precedes it,
// and names are compared case-insensitively. second are the keys that replace an
// earlier one.
func jsonMembers(node *yaml.Node, at manifest.Path, depth int) (list []member, second []member) {
	set := memberSet{at: map[string]int{}, folded: map[string]bool{}}
	nth := map[string]int{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if manifest.IsMerge(key) {
			set.merge(value, at, depth)
			continue
		}
		if key = manifest.Resolve(key); key.Kind != yaml.ScalarNode {
			continue
		}
		nth[key.Value]++
		entry := member{name: key.Value, value: manifest.Resolve(value), pointer: at.Repeated(key.Value, nth[key.Value])}
		if set.folded[folded(key.Value)] {
			second = append(second, entry)
		}
		set.put(entry)
	}
	if len(second) > 0 {
		// JSON objects are written with sorted keys, and read in that order.
		slices.SortStableFunc(set.list, func(a, b member) int { return strings.Compare(a.name, b.name) })
	}
	return set.list, second
}

// memberSet holds the members of a mapping, each name once.
type memberSet struct {
	list   []member
	at     map[string]int // indexes of list by name
	folded map[string]bool
}

func (s *memberSet) put(entry member) {
	if i, known := s.at[entry.name]; known {
		s.list[i] = entry
		return
	}
	s.at[entry.name] = len(s.list)
	s.folded[folded(entry.name)] = true
	s.list = append(s.list, entry)
}

func (s *memberSet) merge(merge *yaml.Node, at manifest.Path, depth int) {
	sources := []*yaml.Node{merge}
	if merge.Kind == yaml.SequenceNode {
		sources = slices.Clone(merge.Content)
		slices.Reverse(sources)
	}
	for _, source := range sources {
		if source = manifest.Resolve(source); source.Kind != yaml.MappingNode || depth >= mergeDepth {
			continue
		}
		merged, _ := jsonMembers(source, at, depth+1)
		for _, entry := range merged {
			entry.pointer = at.Key(entry.name)
			s.put(entry)
		}
	}
}

// folded returns a name as encoding/json compares it: some letters, such as the long s,
// only equal another one in upper case.
func folded(name string) string { return strings.ToLower(strings.ToUpper(name)) }

// repeated warns of the first key that silently replaces an earlier one.
func (r *reading) repeated(second []member) {
	if len(second) > 0 {
		r.shape(Problem{Fault: FaultDuplicate, Pointer: second[0].pointer, Part: manifest.Key, Text: second[0].name, Tolerated: true, Says: "the last one silently wins"})
	}
}
