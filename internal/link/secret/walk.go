package secret

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// Paths returns the scalars of a document that are, or may be, secret: they must not be
// shown, whatever line they are on.
func Paths(doc *manifest.Doc) []manifest.Path {
	w := walk{kind: doc.Kind}
	w.within(doc.Root, "", "", false, 0)
	return w.paths
}

type walk struct {
	kind  string
	paths []manifest.Path
	nodes []*yaml.Node // those of the paths
	// open is called for every other scalar, unless it is nil.
	open func(text string)
}

func (w *walk) within(node *yaml.Node, path manifest.Path, name string, hide bool, depth int) {
	node = manifest.Resolve(node)
	if node == nil || depth > maxDepth {
		return
	}
	hide = hide || IsMasked(w.kind, name) || w.kind == app && name == "tls" && node.Kind == yaml.ScalarNode
	switch node.Kind {
	case yaml.MappingNode:
		for _, entry := range manifest.Entries(node) {
			w.within(entry.Value, path+entry.Path, manifest.Resolve(entry.Key).Value, hide, depth+1)
		}
	case yaml.SequenceNode:
		for i, item := range node.Content {
			w.within(item, path.Index(i), name, hide, depth+1)
		}
	case yaml.ScalarNode:
		switch {
		case node.Value == "":
		case isEnvironmentName(name):
			w.visit(node.Value)
		case hide:
			w.paths, w.nodes = append(w.paths, path), append(w.nodes, node)
		case w.kind == class && namesSecret(node.Value):
			if inner := manifest.ParseText(node.Value); inner != nil && inner.Kind != yaml.ScalarNode {
				w.within(inner, path.Inner(), name, hide, depth+1)
			}
		default:
			w.visit(node.Value)
		}
	}
}

func (w *walk) visit(text string) {
	if w.open != nil {
		w.open(text)
	}
}

// namesSecret reports whether a key in a text promises a secret. It saves parsing
// `objects` for nearly all classes.
func namesSecret(text string) bool {
	for at := 0; ; at++ {
		n := strings.IndexByte(text[at:], ':')
		if n < 0 {
			return false
		}
		at += n
		if PromisesBefore(text, at) {
			return true
		}
	}
}
