package manifest

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// listDepth limits how deeply Lists may nest.
const listDepth = 4

// accept turns a decoded node into a document, or records why it is not one. An
// empty document is ignored.
func (f *File) accept(c chunk, node *yaml.Node) {
	switch {
	case IsNull(node):
		return
	case node.Kind != yaml.MappingNode:
		f.addBroken(c, f.root.offset(node.Line, node.Column), kindName(node)+" is where a Kubernetes object, a mapping, is expected")
		return
	}
	if e := measureExcess(node, f.limits); e.at != nil {
		f.addBroken(c, f.root.offset(e.at.Line, e.at.Column), e.message).Expands = e.expands
		return
	}
	f.add(c, node, nil, 0)
}

// add adds a document or, recursively, the items of a list. The items of a
// typed list, such as a ServiceAccountList, may omit their kind, as the API
// server prints them and its clients read them.
func (f *File) add(c chunk, node *yaml.Node, list *Doc, depth int) {
	doc := &Doc{File: f, Root: node, Start: c.start, End: c.end}
	doc.APIVersion, doc.Kind = scalarField(node, "apiVersion"), scalarField(node, "kind")
	if list != nil && list.Kind != "List" && doc.Kind == "" {
		at, _ := list.Locate("/apiVersion", Value)
		doc.APIVersion, doc.Kind, doc.TypedBy = list.APIVersion, strings.TrimSuffix(list.Kind, "List"), &at
	}
	if _, items := Field(node, "items"); strings.HasSuffix(doc.Kind, "List") && items != nil && depth < listDepth {
		if items = Resolve(items); items.Kind == yaml.SequenceNode {
			for _, item := range items.Content {
				if item = Resolve(item); item.Kind == yaml.MappingNode {
					f.add(c, item, doc, depth+1)
				} else if !IsNull(item) {
					f.addBroken(c, f.root.offset(item.Line, item.Column), kindName(item)+" is where an item of the List, a mapping, is expected")
				}
			}
			return
		}
	}
	if at := f.templateIn(node); at >= 0 {
		mark := f.Pos(at)
		doc.Template = &mark
	}
	f.Docs = append(f.Docs, doc)
}

func scalarField(mapping *yaml.Node, key string) string {
	if _, value := Field(mapping, key); value != nil {
		if value = Resolve(value); value.Kind == yaml.ScalarNode && value.Tag != "!!null" {
			return value.Value
		}
	}
	return ""
}

func kindName(node *yaml.Node) string {
	switch node.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.ScalarNode:
		return "plain text"
	}
	return "something that is no mapping"
}
