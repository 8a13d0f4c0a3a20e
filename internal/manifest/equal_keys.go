package manifest

import "sigs.k8s.io/kustomize/kyaml/yaml"

// KeyIdentity is what yaml.v3 compares the keys of a mapping by: two keys with
// equal identities are one key given twice.
type KeyIdentity struct {
	kind yaml.Kind
	text string
}

// IdentityOf returns the identity of a key as written: an alias is not
// followed.
func IdentityOf(key *yaml.Node) KeyIdentity { return KeyIdentity{key.Kind, key.Value} }

// EqualKeys counts the pairs of equal keys among a mapping's own keys: the
// library writes a line for each of them. It returns 0 for any other node.
func EqualKeys(mapping *yaml.Node) (pairs int) {
	if mapping.Kind != yaml.MappingNode {
		return 0
	}
	seen := make(map[KeyIdentity]int, len(mapping.Content)/2)
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		id := IdentityOf(mapping.Content[i])
		pairs += seen[id]
		seen[id]++
	}
	return pairs
}
