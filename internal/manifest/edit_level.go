package manifest

import (
	"errors"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// editor collects the changes of one fix, and the result they must have.
type editor struct {
	doc     *Doc
	levels  []*level              // outer ones before inner ones
	inner   map[*yaml.Node]*level // by the string that holds the document
	aliased map[*yaml.Node]bool   // nodes that an alias repeats
	// want maps each node of an edited document to its copy in the tree that
	// the changed text must parse to. A copy without a tag may be of any type.
	want map[*yaml.Node]*yaml.Node
	// trailingBreaksVary are the expected strings whose number of final line
	// breaks depends on what follows them.
	trailingBreaksVary map[*yaml.Node]bool
}

// level is one text, that of the file or of a string, with the document in it.
type level struct {
	holder  *holder
	root    *yaml.Node
	node    *yaml.Node // the string that contains the text; nil for the file
	outer   *level
	json    bool
	patches []patch
}

func newEditor(d *Doc) *editor {
	d.File.prepare()
	e := &editor{
		doc:                d,
		inner:              make(map[*yaml.Node]*level),
		aliased:            make(map[*yaml.Node]bool),
		want:               make(map[*yaml.Node]*yaml.Node),
		trailingBreaksVary: make(map[*yaml.Node]bool),
	}
	for _, sibling := range d.siblings() {
		e.findAliased(sibling.Root)
	}
	e.expect(d.Root)
	e.levels = []*level{{holder: d.File.root, root: d.Root, json: isJSON(d.File.Text[d.Start:d.End])}}
	return e
}

// siblings returns the documents that occupy the same range of the file, such
// as the items of a List, in order, including the document itself.
func (d *Doc) siblings() []*Doc {
	var siblings []*Doc
	for _, doc := range d.File.Docs {
		if doc.Start == d.Start {
			siblings = append(siblings, doc)
		}
	}
	return siblings
}

func (e *editor) findAliased(node *yaml.Node) {
	if node.Kind == yaml.AliasNode {
		e.aliased[node.Alias] = true
	}
	for _, child := range node.Content {
		e.findAliased(child)
	}
}

// expect copies a tree into want.
func (e *editor) expect(node *yaml.Node) *yaml.Node {
	copied := *node
	copied.Content = make([]*yaml.Node, len(node.Content))
	for i, child := range node.Content {
		copied.Content[i] = e.expect(child)
	}
	e.want[node] = &copied
	return &copied
}

// enter returns the level of the document in a string.
func (e *editor) enter(outer *level, node *yaml.Node) (*level, error) {
	if known := e.inner[node]; known != nil {
		return known, nil
	}
	if node.Kind != yaml.ScalarNode {
		return nil, errors.New("a string with a document in it is expected on the way")
	}
	in := &level{holder: outer.holder.inside(node), root: ParseText(node.Value), node: node, outer: outer}
	if in.root == nil {
		return nil, errors.New("the string on the way holds no document")
	}
	if !in.holder.exact {
		return nil, errUnmapped
	}
	in.json = isJSON(node.Value)
	e.findAliased(in.root)
	e.expect(in.root)
	e.inner[node] = in
	e.levels = append(e.levels, in)
	return in, nil
}

var errUnmapped = errors.New("its characters cannot be found in the file one by one")

// isJSON reports whether a text is a JSON object or array, as paths read it.
func isJSON(text string) bool { return jsonCollection(text) != nil }

func (l *level) patch(start, end int, text string) {
	if l.holder.text[start:end] != text {
		l.patches = append(l.patches, patch{start, end, text})
	}
}
