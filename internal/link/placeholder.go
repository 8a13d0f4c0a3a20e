package link

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// placeholders finds text of the documentation that was never filled in, in every
// scalar of a document, including documents inside strings. Comments are not scalars,
// so they never count.
func (v view) placeholders() []Placeholder {
	if !mayHoldPlaceholder(v.doc.File.Text[v.doc.Start:v.doc.End]) && v.doc.Origin == nil {
		return nil
	}
	var found []Placeholder
	v.scanPlaceholders(v.doc.Root, "", 0, &found)
	return found
}

// mayHoldPlaceholder looks at the raw text: apart from escapes, a placeholder appears
// there as it is.
func mayHoldPlaceholder(text string) bool {
	return strings.ContainsAny(text, "<\\") || strings.Contains(text, "{<") || strings.Contains(text, "####")
}

func (v view) scanPlaceholders(node *yaml.Node, path manifest.Path, depth int, found *[]Placeholder) {
	node = manifest.Resolve(node)
	if node == nil || depth > plainDepth {
		return
	}
	switch node.Kind {
	case yaml.MappingNode:
		for _, entry := range manifest.Entries(node) {
			v.scanPlaceholders(entry.Value, path+entry.Path, depth+1, found)
		}
	case yaml.SequenceNode:
		for i, item := range node.Content {
			v.scanPlaceholders(item, path.Index(i), depth+1, found)
		}
	case yaml.ScalarNode:
		v.scanScalar(node, path, depth, found)
	}
}

// scanScalar enters the document in a string if there is one; otherwise it looks at the
// text itself.
func (v view) scanScalar(node *yaml.Node, path manifest.Path, depth int, found *[]Placeholder) {
	from, to := manifest.Placeholder(node.Value)
	if from < 0 && !strings.Contains(node.Value, "\\u003c") { // "<" in JSON
		return
	}
	if strings.ContainsAny(node.Value, "\n{[") && !(from >= 0 && strings.TrimSpace(node.Value) == node.Value[from:to]) {
		if inner := manifest.ParseText(node.Value); isDocument(inner, node.Value) {
			v.scanPlaceholders(inner, path.Inner(), depth+1, found)
			return
		}
	}
	if from < 0 {
		return
	}
	at := v.value(path)
	at.From, at.To = from, to
	*found = append(*found, Placeholder{Text: node.Value[from:to], At: at})
}

// isDocument reports whether a text is really the document that was read from it. It is
// not if text follows a mapping in braces: "{<role>}-reader" is a name.
func isDocument(inner *yaml.Node, text string) bool {
	if inner == nil || inner.Kind == yaml.ScalarNode {
		return false
	}
	return inner.Style&yaml.FlowStyle == 0 || !manifest.HasInvalidTail(text)
}
