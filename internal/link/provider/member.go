package provider

import (
	"fmt"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// member is one key of a mapping with its value, aliases resolved.
type member struct {
	name    string
	value   *yaml.Node
	pointer manifest.Path // of the value; of the key with manifest.Key
}

// mapFault is a mapping that a decoder rejects: a duplicate key, a key that is not a
// scalar, or a merge of something that is not a mapping.
type mapFault struct {
	fault   Fault // FaultDuplicate or FaultShape
	pointer manifest.Path
	part    manifest.Part
	name    string
	says    string
}

// problem returns the fault as one of objects as a whole; prefix precedes the decoder's
// words.
func (f *mapFault) problem(prefix string) Problem {
	return Problem{
		Kind: KindObjectsShape, Name: "objects",
		Fault: f.fault, Pointer: f.pointer, Part: f.part, Text: f.name, Says: prefix + f.says,
	}
}

// mergeDepth bounds merges of merges; no real file has more than two.
const mergeDepth = 8

// members lists the keys of a mapping as yaml.v3 passes them to a struct: duplicate
// keys are rejected, merged keys come last and do not override.
func members(node *yaml.Node, at manifest.Path, depth int) ([]member, *mapFault) {
	if fault := repeatedKeys(node, at); fault != nil {
		return nil, fault
	}
	var list []member
	var merge *yaml.Node
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if manifest.IsMerge(key) {
			merge = value
			continue
		}
		written := key
		if key = manifest.Resolve(key); key.Kind != yaml.ScalarNode {
			says := fmt.Sprintf("line %d: cannot unmarshal %s into string", written.Line, key.ShortTag())
			return nil, &mapFault{fault: FaultShape, pointer: at, part: manifest.Value, says: says}
		}
		if manifest.IsNull(key) {
			continue
		}
		list = append(list, member{name: key.Value, value: manifest.Resolve(value), pointer: at.Key(key.Value)})
	}
	if merge == nil {
		return list, nil
	}
	return mergeInto(list, merge, at, depth)
}

func mergeInto(list []member, merge *yaml.Node, at manifest.Path, depth int) ([]member, *mapFault) {
	wrong := &mapFault{fault: FaultShape, pointer: at, part: manifest.Value, says: "yaml: map merge requires map or sequence of maps as the value"}
	sources := []*yaml.Node{merge}
	if merge.Kind == yaml.SequenceNode {
		sources = merge.Content
	}
	have := make(map[string]bool, len(list))
	for i := range list {
		have[list[i].name] = true
	}
	for _, source := range sources {
		if source = manifest.Resolve(source); source.Kind != yaml.MappingNode || depth >= mergeDepth {
			return nil, wrong
		}
		merged, fault := members(source, at, depth+1)
		if fault != nil {
			return nil, fault
		}
		for _, member := range merged {
			if !have[member.name] {
				have[member.name] = true
				list = append(list, member)
			}
		}
	}
	return list, nil
}

func indexOf(list []member, name string) int {
	for i := range list {
		if list[i].name == name {
			return i
		}
	}
	return -1
}

// repeatedKeys compares as yaml.v3 does, by kind and text, and returns the first
// duplicate key: further ones mostly have the same cause, such as a lost dash.
func repeatedKeys(node *yaml.Node, at manifest.Path) *mapFault {
	seen := make(map[manifest.KeyIdentity]*yaml.Node, len(node.Content)/2)
	for i := 0; i+1 < len(node.Content); i += 2 {
		key := node.Content[i]
		id := manifest.IdentityOf(key)
		if first := seen[id]; first != nil {
			says := fmt.Sprintf("line %d: mapping key %q already defined at line %d", key.Line, key.Value, first.Line)
			return &mapFault{fault: FaultDuplicate, pointer: at.Repeated(key.Value, 2), part: manifest.Key, name: key.Value, says: says}
		}
		seen[id] = key
	}
	return nil
}

// repeatedWithin is repeatedKeys for a value and everything nested in it.
func repeatedWithin(node *yaml.Node, at manifest.Path) *mapFault {
	switch node.Kind {
	case yaml.SequenceNode:
		for i, item := range node.Content {
			if fault := repeatedWithin(item, at.Index(i)); fault != nil {
				return fault
			}
		}
	case yaml.MappingNode:
		if fault := repeatedKeys(node, at); fault != nil {
			return fault
		}
		for i := 0; i+1 < len(node.Content); i += 2 {
			if fault := repeatedWithin(node.Content[i+1], at.Key(node.Content[i].Value)); fault != nil {
				return fault
			}
		}
	}
	return nil
}
