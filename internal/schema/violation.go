package schema

import (
	"cmp"
	"slices"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// report turns what the validator rejects into facts, in document order, one
// per value.
func (d *document) report(top *value, faults []fault) {
	type located struct {
		*value
		keyword string
	}
	rejected := make([]located, 0, len(faults))
	for _, f := range faults {
		if v := top.find(f.pointer); v != nil && !v.undecided {
			rejected = append(rejected, located{v, f.keyword})
		}
	}
	slices.SortFunc(rejected, func(a, b located) int {
		return cmp.Or(a.order-b.order, rank(a.keyword)-rank(b.keyword))
	})
	var before *value
	for _, r := range rejected {
		switch {
		case r.keyword == "required":
			d.reportMissing(r.value)
			continue
		case r.value == before:
			continue
		case r.keyword == "type" && r.shape != nil && r.shape.role != "":
			d.facts.NonStrings = append(d.facts.NonStrings, newNonString(r.value))
		default:
			d.facts.Violations = append(d.facts.Violations, newViolation(r.value, r.keyword))
		}
		before = r.value
	}
}

// rank orders keywords by how much they say about a value, the most
// specific first.
func rank(keyword string) int {
	return slices.Index([]string{"required", "type", "enum", "pattern", "maxLength", "minimum", "not"}, keyword)
}

func (d *document) reportMissing(v *value) {
	for _, name := range v.shape.required {
		if v.has(name) || d.isMoved(dotted(v.place(), name)) {
			continue
		}
		d.facts.Violations = append(d.facts.Violations, Violation{
			Path: v.missingPath(name), Part: manifest.Key, Keyword: "required",
			Message: missing(v, name), Subject: name,
		})
	}
}

// missingPath returns the path of the field itself if it is present but null,
// else that of the mapping that lacks it.
func (v *value) missingPath(name string) manifest.Path {
	for _, e := range entries(v.node) {
		if e.name == name {
			return v.path().Key(name)
		}
	}
	return v.path()
}

func (v *value) has(name string) bool {
	return slices.ContainsFunc(v.children, func(child *value) bool { return child.known == name })
}

// isMoved reports whether a field, or one below it, is in the wrong place.
func (d *document) isMoved(place string) bool {
	for moved := range d.moved {
		if within(moved, place) {
			return true
		}
	}
	return false
}

func newNonString(v *value) NonString {
	return NonString{
		Path: v.path(), Where: v.shape.role, Name: v.name,
		Text: v.node.Value, Type: v.read.Type, Reads: v.read.Text,
	}
}

func newViolation(v *value, keyword string) Violation {
	made := Violation{Path: v.path(), Part: manifest.Value, Keyword: keyword}
	if v.parent == nil {
		made.Part = manifest.Key
	}
	switch keyword {
	case "type":
		made.Unquoted = unquoted(v)
		made.Message = wrongType(v, made.Unquoted)
	case "enum":
		made.Message = notAllowed(v)
	case "pattern", "maxLength":
		made.Message = wrongForm(v)
	case "minimum":
		made.Message = v.label() + " " + v.read.Text + " is below 0: the API server refuses it"
	case "not":
		made.Message, made.Reserved = excluded(v)
	default:
		made.Message = v.label() + " does not meet the schema of the kind (" + keyword + ")"
	}
	return made
}

// unquoted returns the boolean or integer that is quoted where the plain one is
// wanted, or "".
func unquoted(v *value) string {
	if !isQuoted(v.node) || v.shape == nil {
		return ""
	}
	if text := strings.ToLower(v.node.Value); v.shape.wants(typeBoolean) && (text == "true" || text == "false") {
		return text
	}
	if v.shape.wants("integer") && isDecimal(v.node.Value) {
		return v.node.Value
	}
	return ""
}

// isDecimal reports whether a text is an integer that every YAML version reads
// alike.
func isDecimal(text string) bool {
	digits := strings.TrimPrefix(text, "-")
	if digits == "" || len(digits) > 9 || len(digits) > 1 && digits[0] == '0' {
		return false
	}
	return strings.Trim(digits, "0123456789") == ""
}
