package render

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// changes reads the patches of an entry. Patches that cannot be read change
// nothing: kustomize has failed before.
func (r *renderer) changes(e *entry) []*change {
	if e.inline {
		at := e.at.Inner()
		return changesOf(e, e.owner.doc, at)
	}
	file := r.decode(e.file(), realPath(e.real))
	if file == nil {
		return nil
	}
	var changes []*change
	for _, doc := range file.Docs {
		changes = append(changes, changesOf(e, doc, "")...)
	}
	if len(file.Docs) > 0 {
		return changes
	}
	if doc := listDoc(file); doc != nil {
		return changesOf(e, doc, "")
	}
	return nil
}

// listDoc reads a file whose document is a list, such as a JSON patch.
func listDoc(file *manifest.File) *manifest.Doc {
	var node yaml.Node
	if err := yaml.NewDecoder(strings.NewReader(file.Text)).Decode(&node); err != nil {
		return nil
	}
	root := &node
	if root.Kind == yaml.DocumentNode && len(root.Content) == 1 {
		root = root.Content[0]
	}
	if root.Kind != yaml.SequenceNode {
		return nil
	}
	return &manifest.Doc{File: file, Root: root, End: len(file.Text)}
}

func changesOf(e *entry, doc *manifest.Doc, base manifest.Path) []*change {
	node := doc.Node(base)
	if node == nil {
		return nil
	}
	c := &change{entry: e, doc: doc, base: base}
	if node.Kind == yaml.SequenceNode {
		c.ops = operations(node, base)
	}
	return []*change{c}
}

// operations reads those operations that set values.
func operations(list *yaml.Node, base manifest.Path) []operation {
	ops := make([]operation, 0, len(list.Content))
	for i, item := range list.Content {
		_, path := manifest.Field(item, "path")
		_, value := manifest.Field(item, "value")
		if path = manifest.Resolve(path); path == nil || value == nil {
			continue
		}
		ops = append(ops, operation{path: keysOf(path.Value), value: base.Index(i).Key("value"), pointer: base.Index(i).Key("path")})
	}
	return ops
}

// isMerge distinguishes merge patches from JSON patches.
func (c *change) isMerge() bool { return c.ops == nil }
