package schema

import "sigs.k8s.io/kustomize/kyaml/yaml"

// isTemplate reports whether a node is what YAML makes of "{{ x }}" without
// quotes: a flow mapping whose only key is a flow mapping too.
func isTemplate(node *yaml.Node) bool {
	return node.Kind == yaml.MappingNode && node.Style&yaml.FlowStyle != 0 &&
		len(node.Content) == 2 && node.Content[0].Kind == yaml.MappingNode
}
