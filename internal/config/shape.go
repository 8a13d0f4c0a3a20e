package config

import "sigs.k8s.io/kustomize/kyaml/yaml"

// shape says what may stand at one place of a file, and where it goes. Exactly
// one of fields, values, items and scalar is set. The JSON Schemas for editors
// say the same; a test walks both.
type shape struct {
	// what names the shape in messages: "a list of globs".
	what string

	fields []field
	needs  []string         // fields that must be there
	note   func(*yaml.Node) // is told where the mapping, or the scalar, stands
	check  func() string    // says what is wrong with a mapping whose fields are read; or ""

	values func(key *yaml.Node) shape // of a mapping whose keys are free

	items  func() shape // is asked once per item
	single bool         // a scalar may stand for a list of one

	scalar func(value string) error
	tags   []string // resolved tags that the scalar may have
	enum   []string // its values, where they are a closed list
}

// field is one key of a mapping.
type field struct {
	name  string
	shape shape
}

func object(what string, fields ...field) shape { return shape{what: what, fields: fields} }

func (s shape) names() []string {
	names := make([]string, len(s.fields))
	for i, f := range s.fields {
		names[i] = f.name
	}
	return names
}

func (s shape) field(name string) (shape, bool) {
	for _, f := range s.fields {
		if f.name == name {
			return f.shape, true
		}
	}
	return shape{}, false
}

// kind is the kind of node that the shape asks for.
func (s shape) kind() yaml.Kind {
	switch {
	case s.scalar != nil:
		return yaml.ScalarNode
	case s.items != nil:
		return yaml.SequenceNode
	default:
		return yaml.MappingNode
	}
}
