package provider

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/manifest"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// jsonMembers lists the keys of a mapping as YAML 1.1 and then encoding/json
// hand them to a struct: of a key given twice the last wins, a merge overrides
// what stands before it, and names are compared without case. second are the
// places of keys that replace an earlier one.
func jsonMembers(node *yaml.Node, at manifest.Path, depth int) (list []member, second []member) {
	nth := map[string]int{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if isMerge(key) {
			list = mergeOver(list, value, at, depth)
			continue
		}
		if key = resolve(key); key.Kind != yaml.ScalarNode {
			continue
		}
		nth[key.Value]++
		entry := member{name: key.Value, key: key, value: resolve(value), pointer: at.Repeated(key.Value, nth[key.Value])}
		if indexFold(list, key.Value) >= 0 {
			second = append(second, entry)
		}
		list = put(list, entry)
	}
	if len(second) > 0 {
		// JSON objects are written with sorted keys, and read in that order.
		slices.SortStableFunc(list, func(a, b member) int { return strings.Compare(a.name, b.name) })
	}
	return list, second
}

func mergeOver(list []member, merge *yaml.Node, at manifest.Path, depth int) []member {
	sources := []*yaml.Node{merge}
	if merge.Kind == yaml.SequenceNode {
		sources = slices.Clone(merge.Content)
		slices.Reverse(sources)
	}
	for _, source := range sources {
		if source = resolve(source); source.Kind != yaml.MappingNode || depth >= mergeDepth {
			continue
		}
		merged, _ := jsonMembers(source, at, depth+1)
		for _, entry := range merged {
			entry.pointer = at.Key(entry.name)
			list = put(list, entry)
		}
	}
	return list
}

func put(list []member, entry member) []member {
	if i := indexOf(list, entry.name); i >= 0 {
		list[i] = entry
		return list
	}
	return append(list, entry)
}

func indexFold(list []member, name string) int {
	return slices.IndexFunc(list, func(m member) bool { return strings.EqualFold(m.name, name) })
}

// repeated warns of the first key that silently replaces an earlier one.
func (r *reading) repeated(second []member) {
	if len(second) > 0 {
		r.shape(Problem{Fault: FaultDuplicate, Pointer: second[0].pointer, Part: PartKey, Text: second[0].name, Severity: SeverityWarning, Says: "the last one silently wins"})
	}
}
