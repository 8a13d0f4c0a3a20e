package schema

import (
	"maps"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// newShape extracts what the walk needs. Our schemas do not recurse.
func newShape(s *jsonschema.Schema) *shape {
	made := &shape{}
	made.addSchema(s)
	made.names = slices.Sorted(maps.Keys(made.fields))
	return made
}

// addSchema adds what a schema says, and what the schemas that it refers to
// say.
func (made *shape) addSchema(s *jsonschema.Schema) {
	if s.Ref != nil {
		made.addSchema(s.Ref)
	}
	for _, part := range s.AllOf {
		made.addSchema(part)
	}
	for name, field := range s.Properties {
		if made.fields == nil {
			made.fields = make(map[string]*shape, len(s.Properties))
		}
		if known := made.fields[name]; known != nil {
			known.addSchema(field)
			continue
		}
		made.fields[name] = newShape(field)
	}
	switch rest := s.AdditionalProperties.(type) {
	case bool:
		made.free = rest
	case *jsonschema.Schema:
		made.rest = newShape(rest)
	}
	if items, is := s.Items.(*jsonschema.Schema); is {
		made.items = newShape(items)
	}
	made.addKeywords(s)
}

func (made *shape) addKeywords(s *jsonschema.Schema) {
	made.types = append(made.types, s.Types...)
	made.required = append(made.required, s.Required...)
	made.secret = made.secret || s.WriteOnly
	for _, value := range s.Enum {
		if text, is := value.(string); is && text != "" {
			made.allowed = append(made.allowed, text)
		}
	}
	for _, value := range s.Examples {
		if text, is := value.(string); is {
			made.examples = append(made.examples, text)
		}
	}
	if s.Not != nil {
		made.exclude = append(made.exclude, s.Not.Required...)
	}
	if s.Description != "" {
		made.expects = s.Description
	}
	switch s.Title {
	case "annotation", "label", "parameter":
		made.role = s.Title
	}
}
