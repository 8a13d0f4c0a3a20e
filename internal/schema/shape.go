package schema

import "slices"

// shape is what a compiled schema says about one value, apart from the checks
// made by the validator: which fields there are, and what they are to us.
type shape struct {
	fields   map[string]*shape
	names    []string // of fields, sorted
	rest     *shape   // of fields that are not listed; nil if there are none
	examples []string // examples of fields that rest applies to
	free     bool     // other fields are allowed, whatever they are
	items    *shape   // of list entries; nil if unspecified
	types    []string // allowed types, in the validator's terms

	required []string
	allowed  []string // the enumeration
	exclude  []string // fields that must not occur together
	// expects describes the form that a pattern requires.
	expects string
	// role is annotation, label or parameter for the values of such maps.
	role   string
	secret bool // the value must never be shown
}

// closed reports whether a field that is not listed would be pruned.
func (s *shape) closed() bool {
	return s != nil && s.fields != nil && s.rest == nil && !s.free
}

// field returns the shape of a field, nil if nothing is specified for it.
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
