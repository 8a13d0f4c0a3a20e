package schema

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// addUnknown records an unknown field, and where it belongs.
func (d *document) addUnknown(field UnknownField) {
	d.facts.UnknownFields = append(d.facts.UnknownFields, field)
	if field.BelongsAt == "" {
		return
	}
	for place := range strings.SplitSeq(field.BelongsAt, " or ") {
		d.moved[place] = true
	}
}

// unknown classifies a field that the mapping v does not have. What it may
// mean, surest first: a field at another depth, a misspelt sibling, a field of
// an unrelated mapping, a misspelt one of those.
func (d *document) unknown(v *value, name string, list []entry, plain map[string]any) UnknownField {
	here := v.place()
	field := UnknownField{Path: v.path().Key(name), Name: name}
	index := d.schema.index
	if field.BelongsAt = index.wrongDepth(name, here); field.BelongsAt != "" {
		return field
	}
	near := spelling.NearestName(name, v.shape.names)
	belongs := index.elsewhere(name, here)
	if belongs != "" && near != "" && !v.shape.fields[near].acceptsValueOf(list, name) {
		near = "" // near takes no such value, and the name is right elsewhere
	}
	if near != "" {
		field.Nearest, field.NearMiss = near, isFree(near, list, plain)
	} else if belongs != "" {
		field.BelongsAt = belongs
	} else if other := index.misspelt(name); other != "" {
		field.Nearest, field.BelongsAt = other, index.belongsAt(other, here)
	}
	return field
}

// acceptsValueOf reports whether the field may be a map if the value of the
// named entry is one, and may be something else otherwise.
func (s *shape) acceptsValueOf(list []entry, name string) bool {
	for _, e := range list {
		if e.name == name && len(s.types) > 0 {
			return (Read(e.value).Type == typeMap) == s.wants("object")
		}
	}
	return true
}

// isFree reports whether a mapping has neither the field nor a near miss that
// already counts as it.
func isFree(name string, list []entry, plain map[string]any) bool {
	if _, taken := plain[name]; taken {
		return false
	}
	for _, e := range list {
		if e.name == name {
			return false
		}
	}
	return true
}

// reportMisindented reports a field that was indented into the parameters next
// to it: secretObjects is not a parameter, as a parameter is a string.
func (d *document) reportMisindented(v *value, e entry) bool {
	if v.parent == nil || v.shape.rest == nil || v.shape.rest.role != "parameter" {
		return false
	}
	sibling := e.name
	if v.parent.shape.fields[sibling] == nil {
		if read := Read(e.value).Type; read != typeList && read != typeMap {
			return false
		}
		if sibling = spelling.NearestName(e.name, v.parent.shape.names); sibling == "" {
			return false
		}
	}
	if v.parent.shape.fields[sibling].wants(typeString) {
		return false
	}
	field := UnknownField{Path: v.path().Key(e.name), Name: e.name,
		BelongsAt: dotted(v.parent.place(), sibling)}
	if sibling != e.name {
		field.Nearest = sibling
	}
	d.addUnknown(field)
	return true
}
