package config

import (
	"fmt"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// reader checks a tree of nodes against a shape, and continues after a problem
// so that all of them are reported at once.
type reader struct {
	path     string
	problems []*Problem
	// nodesLeft limits the number of nodes visited: aliases can make a small
	// file refer to a great many.
	nodesLeft int
}

func (r *reader) problem(node *yaml.Node, format string, args ...any) {
	r.problems = append(r.problems, &Problem{Path: r.path, At: place(node), Message: fmt.Sprintf(format, args...)})
}

func place(node *yaml.Node) manifest.Pos {
	return manifest.Pos{Line: max(node.Line, 1), Column: max(node.Column, 1)}
}

// read reads the value of the key name.
func (r *reader) read(node *yaml.Node, name string, s shape) {
	if r.nodesLeft--; r.nodesLeft < 0 {
		if r.nodesLeft == -1 {
			r.problem(node, "too many values: aliases multiply them")
		}
		return
	}
	if node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	switch {
	case s.single && node.Kind == yaml.ScalarNode:
		r.read(node, name, s.items())
	case node.Kind != s.kind() || manifest.IsNull(node):
		r.problem(node, "%q must be %s, not %s", name, s.description, describe(node))
	case s.scalar != nil:
		r.readScalar(node, name, s)
	case s.items != nil:
		for _, item := range node.Content {
			r.read(item, name, s.items())
		}
	default:
		r.readMapping(node, name, s)
	}
}

func (r *reader) readScalar(node *yaml.Node, name string, s shape) {
	if !slices.Contains(s.tags, node.ShortTag()) {
		r.problem(node, "%q must be %s, not %s", name, s.description, describe(node))
		return
	}
	if err := s.scalar(node.Value); err != nil {
		r.problem(node, "%q: %v", name, err)
	}
	if s.onNode != nil {
		s.onNode(node)
	}
}

func (r *reader) readMapping(node *yaml.Node, name string, s shape) {
	lines := make(map[string]int, len(node.Content)/2)
	before := len(r.problems)
	if s.onNode != nil {
		s.onNode(node)
	}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			r.problem(key, "a key must be a string, not %s", describe(key))
			continue
		}
		if first, twice := lines[key.Value]; twice {
			r.problem(key, "key %q appears twice: first on line %d", key.Value, first)
			continue
		}
		lines[key.Value] = key.Line
		if s.values != nil {
			r.read(value, key.Value, s.values(key))
			continue
		}
		r.readField(key, value, s)
	}
	for _, need := range s.required {
		if lines[need] == 0 {
			r.problem(node, "%q lacks %q", name, need)
		}
	}
	if s.check != nil && len(r.problems) == before {
		if message := s.check(); message != "" {
			r.problem(node, "%q: %s", name, message)
		}
	}
}

func (r *reader) readField(key, value *yaml.Node, s shape) {
	known, ok := s.field(key.Value)
	switch {
	case !ok:
		r.problem(key, "%s", unknownKey(key.Value, s.names()))
	case manifest.IsNull(value) && known.scalar == nil && !slices.Contains(s.required, key.Value):
		// A key whose entries are commented out: nothing is configured.
	default:
		r.read(value, key.Value, known)
	}
}

func unknownKey(key string, known []string) string {
	if near := nearest(key, known); near != "" {
		return fmt.Sprintf("unknown key %q: expected %q", key, near)
	}
	return fmt.Sprintf("unknown key %q: known are %s", key, strings.Join(known, ", "))
}

func describe(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	switch node.ShortTag() {
	case "!!null":
		return "empty"
	case "!!bool":
		return "the boolean " + node.Value
	case "!!int", "!!float":
		return "the number " + node.Value
	case "!!timestamp":
		return "the date " + node.Value
	}
	return fmt.Sprintf("%q", node.Value)
}
