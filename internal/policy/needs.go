package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// need is a fact without which a rule reports nothing, from custom.needs of its
// METADATA: a path of keys in the input, such as "versions.operators", and the text
// that it has ("provider == aws") or does not have ("storage != s3"). If no input of a
// run meets all needs of a rule, it is not compiled, and it is not evaluated for an
// input that does not.
type need struct {
	path    []string
	text    string // "" if anything but null, false or empty will do
	differs bool   // anything but the text will do
}

// readNeeds reads the needs of a rule. It does not parse YAML, for the reason given at
// ReadRules.
func readNeeds(text string) []need {
	_, rest, found := strings.Cut(text, "\n#   needs: [")
	if !found {
		return nil
	}
	list, _, _ := strings.Cut(rest, "]\n")
	var needs []need
	for fact := range strings.SplitSeq(list, ", ") {
		path, text, differs := strings.Cut(fact, " != ")
		if !differs {
			path, text, _ = strings.Cut(fact, " == ")
		}
		needs = append(needs, need{path: strings.Split(path, "."), text: text, differs: differs})
	}
	return needs
}

// meets reports whether an input has all that a rule needs: only then may the rule
// report something for it.
func meets(needs []need, input Input) bool {
	return !slices.ContainsFunc(needs, func(n need) bool { return !n.metBy(input.value) })
}

// meetSome reports whether one of the inputs does.
func meetSome(needs []need, inputs []Input) bool {
	return slices.ContainsFunc(inputs, func(input Input) bool { return meets(needs, input) })
}

// metBy reports whether the fact is present; for a list, in one of its elements.
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
		return (asNeed(value) == n.text) != n.differs
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

// asNeed returns a text or number as needs write it.
func asNeed(value ast.Value) string {
	switch value := value.(type) {
	case ast.String:
		return string(value)
	case ast.Number:
		return string(value)
	}
	return ""
}
