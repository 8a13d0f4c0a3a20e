package config

import (
	"slices"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// problemOfOtherTool recognises a configuration of the other tool named mxlint,
// which lints Mendix models and reads mxlint.yaml.
func problemOfOtherTool(path string, root *yaml.Node) error {
	if root.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(root.Content); i += 2 {
		key, value := root.Content[i], root.Content[i+1]
		if isOtherToolKey(key.Value) || key.Value == "rules" && hasKey(value, "path", "rulesets") {
			return &Problem{path, place(key), `this is a configuration of the other mxlint, which checks Mendix models: ` +
				`this mxlint checks Kubernetes manifests of Mendix apps and reads ".mxlint.yaml"`}
		}
	}
	return nil
}

func isOtherToolKey(key string) bool {
	switch key {
	case "modelsource", "projectDirectory", "lint", "export", "serve", "cache":
		return true
	}
	return false
}

func hasKey(node *yaml.Node, keys ...string) bool {
	if node.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i < len(node.Content); i += 2 {
		if slices.Contains(keys, node.Content[i].Value) {
			return true
		}
	}
	return false
}
