package provider

import (
	"errors"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// How much of one mapping is passed to the library. It compares each key with all
// others, and writes a line for each equal pair: a mapping built to have tens of
// thousands of them would take minutes, and exhaust memory.
const (
	maxKeys  = 2_000
	maxPairs = 100 // of equal keys
)

var errCostly = errors.New("yaml: a mapping has too many keys")

// decodeNode is node.Decode, except that it rejects trees that would take the library
// too long, as the library does if keys are equal.
func decodeNode(node *yaml.Node, into any) error {
	if costly(node, make(map[*yaml.Node]bool)) {
		return errCostly
	}
	return node.Decode(into)
}

// costly reports whether there is a mapping that exceeds the bounds; seen are the alias
// targets that were already visited.
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

// tooManyKeys checks one mapping: one that is short enough for any keys is not searched
// for equal ones.
func tooManyKeys(mapping *yaml.Node) bool {
	keys := len(mapping.Content) / 2
	return keys > maxKeys || keys*(keys-1)/2 > maxPairs && manifest.EqualKeys(mapping) > maxPairs
}
