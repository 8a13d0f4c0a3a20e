package manifest

import (
	"errors"
	"fmt"
	"strconv"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// site is the place that an operation applies to.
type site struct {
	level *level
	trail []*yaml.Node // the collections from the level's document down to the value's own
	index int          // of the value in that collection's Content; -1 for a document
	key   *yaml.Node   // nil for entries of a sequence and for documents
	node  *yaml.Node
	// missing are the last keys of the path if they do not exist, outermost
	// first; node is the mapping, or the null, that lacks them.
	missing []string
}

// parent returns the collection that contains the value.
func (at *site) parent() *yaml.Node { return at.trail[len(at.trail)-1] }

// flow reports whether the value is within brackets.
func (at *site) flow() bool {
	for _, collection := range at.trail {
		if collection.Style&yaml.FlowStyle != 0 {
			return true
		}
	}
	return false
}

// site finds the place at a path. A place that shares its text with others,
// through an alias or a merge key, or whose key is repeated, cannot be edited.
func (e *editor) site(path Path) (*site, error) {
	at := &site{level: e.levels[0], node: e.levels[0].root, index: -1}
	for _, step := range path.segments() {
		if err := e.rejectShared(at.node); err != nil {
			return nil, err
		}
		if err := at.descend(step); err != nil {
			return nil, err
		}
		if !step.inner {
			continue
		}
		if len(at.missing) > 0 {
			return nil, fmt.Errorf("there is no %q", step.key)
		}
		if err := e.rejectShared(at.node); err != nil {
			return nil, err
		}
		in, err := e.enter(at.level, at.node)
		if err != nil {
			return nil, err
		}
		at = &site{level: in, node: in.root, index: -1}
	}
	return at, e.rejectShared(at.node)
}

// rejectShared rejects a node whose text represents more than one value.
func (e *editor) rejectShared(node *yaml.Node) error {
	switch {
	case node.Kind == yaml.AliasNode:
		return errors.New("it comes from an alias")
	case e.aliased[node]:
		return errors.New("an alias repeats it elsewhere")
	}
	return nil
}

// descend descends to a key of the mapping, or to an entry of the sequence.
func (at *site) descend(step segment) error {
	node := at.node
	switch {
	case len(at.missing) > 0 || IsNull(node):
		at.missing = append(at.missing, step.key)
		return nil
	case node.Kind == yaml.SequenceNode:
		i, err := strconv.Atoi(step.key)
		if err != nil || i < 0 || i >= len(node.Content) {
			return fmt.Errorf("the list has no entry %q", step.key)
		}
		at.trail = append(at.trail, node)
		at.index, at.key, at.node = i, nil, node.Content[i]
		return nil
	case node.Kind != yaml.MappingNode:
		return errors.New("a value on the way is no mapping")
	}
	found := ownKeys(node, step.key)
	switch {
	case len(found) > 1 || step.nth > 1:
		return fmt.Errorf("the key %q is repeated", step.key)
	case len(found) == 1:
		at.trail = append(at.trail, node)
		at.index = found[0] + 1
		at.key, at.node = node.Content[found[0]], node.Content[found[0]+1]
		return nil
	}
	if _, merged := Field(node, step.key); merged != nil {
		return errors.New("it comes from a merge key")
	}
	at.missing = append(at.missing, step.key)
	return nil
}

// ownKeys returns the indexes of a key in the Content of a mapping.
func ownKeys(mapping *yaml.Node, key string) []int {
	var found []int
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if name := Resolve(mapping.Content[i]); name.Kind == yaml.ScalarNode && name.Value == key {
			found = append(found, i)
		}
	}
	return found
}
