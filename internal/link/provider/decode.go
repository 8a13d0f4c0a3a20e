package provider

import (
	"errors"

	"sigs.k8s.io/kustomize/kyaml/yaml"
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
	if node.Kind == yaml.MappingNode && (len(node.Content)/2 > maxKeys || equalKeys(node) > maxPairs) {
		return true
	}
	for _, child := range node.Content {
		if costly(child, seen) {
			return true
		}
	}
	return false
}

// equalKeys counts the pairs of keys of a mapping that are equal to yaml.v3.
func equalKeys(node *yaml.Node) (pairs int) {
	if keys := len(node.Content) / 2; keys*(keys-1)/2 <= maxPairs {
		return 0 // or too few to matter
	}
	seen := make(map[keyIdentity]int, len(node.Content)/2)
	for i := 0; i+1 < len(node.Content); i += 2 {
		id := identityOf(node.Content[i])
		pairs += seen[id]
		seen[id]++
	}
	return pairs
}

// keyIdentity is what yaml.v3 compares keys by.
type keyIdentity struct {
	kind yaml.Kind
	text string
}

func identityOf(key *yaml.Node) keyIdentity { return keyIdentity{key.Kind, key.Value} }
