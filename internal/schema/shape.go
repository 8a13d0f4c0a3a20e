package schema

import "slices"

// shape is what a compiled schema says of one value, apart from the checks
// that the validator makes: which fields there are, and what they are to us.
type shape struct {
	fields map[string]*shape
	names  []string // of fields, sorted
	rest   *shape   // of fields that are not listed; nil where none is foreseen
	usual  []string // examples of the fields that rest is for
	free   bool     // other fields are allowed, whatever they are
	items  *shape   // of list entries; nil where nothing is said
	types  []string // allowed types, in the validator's words

	required []string
	allowed  []string // the enumeration
	exclude  []string // fields that may not stand together
	// expects describes the form that a pattern demands.
	expects string
	// role is annotation, label or parameter for the values of such maps.
	role   string
	secret bool // the value may never be shown
}

// closed tells whether a field that is not listed would be pruned.
func (s *shape) closed() bool {
	return s != nil && s.fields != nil && s.rest == nil && !s.free
}

// field returns the shape of a field, nil where nothing is said of it.
func (s *shape) field(name string) *shape {
	if s == nil {
		return nil
	}
	if known := s.fields[name]; known != nil {
		return known
	}
	return s.rest
}

func (s *shape) wants(typ string) bool { return s != nil && slices.Contains(s.types, typ) }
