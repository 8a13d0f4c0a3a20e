package manifest

import (
	"errors"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// remove removes an entry from its mapping or sequence: in block style with its
// lines, within brackets with its comma.
func (e *editor) remove(at *site) error {
	if at.index < 0 {
		return errors.New("a whole document cannot be removed")
	}
	parent, width := at.parent(), 1
	if parent.Kind == yaml.MappingNode {
		width = 2
	}
	first := at.index - width + 1
	for _, node := range parent.Content[first : at.index+1] {
		if e.anyAliased(node) {
			return errors.New("an alias needs it elsewhere")
		}
	}
	e.drop(parent, first, width)
	entry, err := at.level.entry(parent, first, width)
	if err != nil {
		return err
	}
	switch {
	case len(parent.Content) == width:
		at.level.removeOnly(at, entry)
		return nil
	case parent.Style&yaml.FlowStyle == 0 && blankBefore(at.level.holder.text, entry.start):
		return e.removeLines(at, entry)
	}
	return at.level.removeBetween(parent, first, width, entry)
}

func (e *editor) anyAliased(node *yaml.Node) bool {
	if e.aliased[node] {
		return true
	}
	for _, child := range node.Content {
		if e.anyAliased(child) {
			return true
		}
	}
	return false
}

// drop removes nodes from the expected tree.
func (e *editor) drop(parent *yaml.Node, first, width int) {
	gone := e.want[parent.Content[first]]
	want := e.want[parent]
	for i, node := range want.Content {
		if node == gone {
			want.Content = append(want.Content[:i:i], want.Content[i+width:]...)
			return
		}
	}
}
