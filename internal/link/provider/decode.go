package provider

import (
	"errors"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// How much of one mapping is put to the library. It compares each key with all
// others, and writes a line for each two that are equal: what was made to have
// tens of thousands of them takes minutes, and all memory there is.
const (
	maxKeys  = 2_000
	maxPairs = 100 // of equal keys
)

var errCostly = errors.New("yaml: a mapping has too many keys")

// decodeNode is node.Decode, but for a tree that the library would be too long over:
// that one it refuses, as the library does where keys are equal.
func decodeNode(node *yaml.Node, into any) error {
	if costly(node, make(map[*yaml.Node]bool)) {
		return errCostly
	}
	return node.Decode(into)
}

// costly looks for a mapping beyond the bounds; seen are the targets of aliases
// that were looked at.
func costly(node *yaml.Node, seen map[*yaml.Node]bool) bool {
	if node.Kind == yaml.AliasNode {
		if seen[node.Alias] {
			return false
		}
		seen[node.Alias] = true
		return costly(node.Alias, seen)
	}
	if node.Kind == yaml.MappingNode && tooManyKeys(node) {
		return true
	}
	for _, child := range node.Content {
		if costly(child, seen) {
			return true
		}
	}
	return false
}

// tooManyKeys looks at one mapping: one that is short enough for any keys is not
// searched for equal ones.
func tooManyKeys(mapping *yaml.Node) bool {
	keys := len(mapping.Content) / 2
	return keys > maxKeys || keys*(keys-1)/2 > maxPairs && manifest.EqualKeys(mapping) > maxPairs
}
