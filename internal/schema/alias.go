package schema

import (
	"fmt"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// expansionLimit is how many nodes aliases may add to a document. Kubernetes'
// own reader rejects excessive aliasing too. The code that reads documents has
// its own lower limit, which users may raise.
const expansionLimit = 10_000_000

// expansion measures documents with their aliases expanded, each anchor once.
type expansion struct {
	sizes   map[*yaml.Node]int // finished nodes; open ones have size 0
	aliases int                // nodes that aliases add
}

// checkExpansion rejects a document whose aliases multiply it beyond the limit,
// or contain themselves.
func checkExpansion(root *yaml.Node) error {
	e := expansion{sizes: map[*yaml.Node]int{}}
	_, err := e.measure(root)
	return err
}

func (e *expansion) measure(node *yaml.Node) (int, error) {
	if node.Kind == yaml.AliasNode {
		return e.follow(node)
	}
	if node.Anchor != "" {
		e.sizes[node] = 0
	}
	size := 1
	for _, child := range node.Content {
		more, err := e.measure(child)
		if err != nil {
			return 0, err
		}
		size += more
	}
	if node.Anchor != "" {
		e.sizes[node] = size
	}
	return size, nil
}

func (e *expansion) follow(alias *yaml.Node) (int, error) {
	anchor := alias.Alias
	if anchor == nil {
		return 0, fmt.Errorf("alias %q names no anchor", alias.Value)
	}
	size, known := e.sizes[anchor]
	if !known { // the anchor is outside the root, in an earlier item of a List
		e.sizes[anchor] = 0
		var err error
		if size, err = e.measure(anchor); err != nil {
			return 0, err
		}
		e.sizes[anchor] = size
	}
	if size == 0 {
		return 0, fmt.Errorf("anchor %q contains itself", alias.Value)
	}
	if e.aliases += size; e.aliases > expansionLimit {
		return 0, fmt.Errorf("alias expansion exceeds %d nodes", expansionLimit)
	}
	return size, nil
}
