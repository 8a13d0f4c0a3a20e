package link

import (
	"strconv"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// scalar is a value that may be known, absent or unknown.
type scalar struct {
	text  string
	state state
	node  *yaml.Node // nil if it is absent
	path  manifest.Path
}

type state int

const (
	absent state = iota
	known
	unknown // a template, a placeholder, repeated, or not a scalar
)

// scalarOf returns what is known about a value.
func scalarOf(node *yaml.Node, path manifest.Path, repeated bool) scalar {
	s := scalar{node: node, path: path, state: unknown}
	switch {
	case repeated:
	case manifest.IsNull(node):
		s.state = absent
	case node.Kind == yaml.ScalarNode:
		if s.text = node.Value; !manifest.Unknown(s.text) {
			s.state = known
		}
	}
	return s
}

// isNotString reports whether Kubernetes reads a scalar as a boolean or a number.
func isNotString(node *yaml.Node) bool {
	switch node.Tag {
	case "!!bool", "!!int", "!!float":
		return true
	}
	return kubernetesString(node) != node.Value
}

// kubernetesString returns the string that an unquoted scalar amounts to once
// Kubernetes has read it as YAML 1.1: `yes` and `True` become "true".
func kubernetesString(node *yaml.Node) string {
	if node.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 || node.Tag == "!!str" && node.Style&yaml.TaggedStyle != 0 {
		return node.Value
	}
	if value, is := manifest.BooleanWord(node.Value); is {
		return strconv.FormatBool(value)
	}
	return node.Value
}
