package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"example.com/mxlint/internal/link"
)

// Input is a subject in the form that rules see. The subject must not change
// from then on.
type Input struct {
	Subject *link.Subject
	value   ast.Value
}

// Inputs makes inputs. The zero value is ready; it is safe for several
// goroutines.
type Inputs struct{ valuer valuer }

// Of converts a subject.
func (i *Inputs) Of(subject *link.Subject) Input {
	return Input{Subject: subject, value: i.valuer.value(subject)}
}

// metBy tells whether the fact is there; of a list, in one of its elements.
func (n need) metBy(value ast.Value) bool {
	if array, ok := value.(*ast.Array); ok && len(n.path) > 0 {
		return array.Until(func(element *ast.Term) bool { return n.metBy(element.Value) })
	}
	if len(n.path) > 0 {
		object, ok := value.(ast.Object)
		if !ok {
			return false
		}
		term := object.Get(ast.StringTerm(n.path[0]))
		n.path = n.path[1:]
		return term != nil && n.metBy(term.Value)
	}
	if n.text != "" {
		return (spelled(value) == n.text) != n.differs
	}
	switch value := value.(type) {
	case ast.Null:
		return false
	case ast.Boolean:
		return bool(value)
	case ast.String:
		return value != ""
	case *ast.Array:
		return value.Len() > 0
	case ast.Object:
		return value.Len() > 0
	}
	return true
}

// spelled is a text or number as needs write it.
func spelled(value ast.Value) string {
	switch value := value.(type) {
	case ast.String:
		return string(value)
	case ast.Number:
		return string(value)
	}
	return ""
}
