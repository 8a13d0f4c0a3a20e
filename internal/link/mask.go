package link

import (
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/manifest"
)

// masked replaces a value that must not be shown.
const masked = "(masked)"

// maskedSpec returns the content of spec as plain values: unknown ones are null, and
// what is or may be secret is masked.
func maskedSpec(v view) any {
	spec := v.at("spec")
	if spec.node == nil {
		return nil
	}
	return plain(spec.node, v.doc.Kind, "", false, 0)
}

// plainDepth bounds the depth to which values are shown.
const plainDepth = 64

func plain(node *yaml.Node, kind, name string, hide bool, depth int) any {
	node = manifest.Resolve(node)
	hide = hide || secret.IsMasked(kind, name)
	// secretArgs may be passwords, and are not searched for in the text.
	hide = hide || name == "objects" && node != nil && strings.Contains(node.Value, "secretArgs")
	if node == nil || depth > plainDepth {
		return nil
	}
	switch node.Kind {
	case yaml.MappingNode:
		object := make(map[string]any)
		for _, entry := range manifest.Entries(node) {
			key := manifest.Resolve(entry.Key).Value
			object[key] = plain(entry.Value, kind, key, hide, depth+1)
		}
		return object
	case yaml.SequenceNode:
		list := make([]any, 0, len(node.Content))
		for _, item := range node.Content {
			list = append(list, plain(item, kind, name, hide, depth+1))
		}
		return list
	}
	return plainScalar(node, hide)
}

func plainScalar(node *yaml.Node, hide bool) any {
	switch node.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return kubernetesString(node) == "true"
	case "!!int":
		if n, err := strconv.ParseInt(node.Value, 0, 64); err == nil && !hide {
			return n
		}
	}
	switch {
	case hide:
		return masked
	case manifest.Unknown(node.Value):
		return nil
	}
	return secret.HideComments(secret.HideInURL(node.Value))
}
