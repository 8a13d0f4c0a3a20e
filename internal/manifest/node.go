package manifest

import "sigs.k8s.io/kustomize/kyaml/yaml"

// Resolve follows an alias to the node it refers to; nil stays nil.
func Resolve(node *yaml.Node) *yaml.Node {
	for node != nil && node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	return node
}

// Field returns the value node under a key of a mapping, and the key's node;
// nil if there is none. Keys from merge keys count, after the mapping's own.
// For a repeated key the first entry is returned.
func Field(mapping *yaml.Node, key string) (keyNode, value *yaml.Node) {
	return field(mapping, key, 1, 0)
}

// mergeDepth limits how deeply merge keys are followed; anchors can form a
// cycle.
const mergeDepth = 32

func field(mapping *yaml.Node, key string, nth, depth int) (keyNode, value *yaml.Node) {
	mapping = Resolve(mapping)
	if mapping == nil || mapping.Kind != yaml.MappingNode || depth > mergeDepth {
		return nil, nil
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if name := Resolve(mapping.Content[i]); name.Kind == yaml.ScalarNode && name.Value == key && !IsMerge(mapping.Content[i]) {
			if nth--; nth == 0 {
				return mapping.Content[i], mapping.Content[i+1]
			}
		}
	}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if !IsMerge(mapping.Content[i]) {
			continue
		}
		for _, source := range mergeSources(mapping.Content[i+1]) {
			if keyNode, value = field(source, key, nth, depth+1); value != nil {
				return keyNode, value
			}
		}
	}
	return nil, nil
}

// IsMerge reports whether a key is a merge key; in quotes it is an ordinary
// key.
func IsMerge(key *yaml.Node) bool {
	return key.Kind == yaml.ScalarNode && key.Value == "<<" && (key.Tag == "" || key.Tag == "!" || key.ShortTag() == "!!merge")
}

// mergeSources returns the mappings that a merge key brings in, the one with
// the highest precedence first.
func mergeSources(value *yaml.Node) []*yaml.Node {
	value = Resolve(value)
	if value == nil {
		return nil
	}
	if value.Kind == yaml.SequenceNode {
		return value.Content
	}
	return []*yaml.Node{value}
}

// IsNull reports whether a node is absent or null.
func IsNull(node *yaml.Node) bool {
	node = Resolve(node)
	return node == nil || node.Kind == 0 || node.Kind == yaml.ScalarNode && node.ShortTag() == "!!null"
}
