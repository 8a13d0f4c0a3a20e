package config

import "sigs.k8s.io/kustomize/kyaml/yaml"

// shape says what is allowed at one place of a file, and where its value goes.
// Exactly one of fields, values, items and scalar is set. The JSON Schemas for
// editors say the same; a test compares both.
type shape struct {
	// description names the shape in messages: "a list of globs".
	description string

	fields   []field
	required []string         // required fields
	onNode   func(*yaml.Node) // is called with the node of the mapping, or of the scalar
	check    func() string    // says what is wrong with a mapping whose fields have been read, or ""

	values func(key *yaml.Node) shape // of a mapping whose keys are free

	items  func() shape // is called once per item
	single bool         // a scalar may be given for a list of one

	scalar func(value string) error
	tags   []string // resolved tags that the scalar may have
	enum   []string // its values, if they are a closed list
}

// field is one key of a mapping.
type field struct {
	name  string
	shape shape
}

func object(description string, fields ...field) shape {
	return shape{description: description, fields: fields}
}

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

// kind returns the kind of node that the shape requires.
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
