package provider

import (
	"fmt"
	"reflect"

	"github.com/jmespath/go-jmespath"
)

// arity returns the number of arguments of a JMESPath function; a negative one is a
// minimum.
func arity(function string) (arguments int, known bool) {
	switch function {
	case "abs", "avg", "ceil", "floor", "keys", "length", "max", "min", "reverse", "sort", "sum",
		"to_array", "to_number", "to_string", "type", "values":
		return 1, true
	case "contains", "ends_with", "join", "map", "max_by", "min_by", "sort_by", "starts_with":
		return 2, true
	case "merge", "not_null":
		return -1, true
	}
	return 0, false
}

// failsWhenRead says why an expression that compiles must fail. The library compiles
// any function name and number of arguments, and does not export its tree, hence the
// reflection.
func failsWhenRead(tree jmespath.ASTNode) string {
	return failsBelow(reflect.ValueOf(tree), 0)
}

func failsBelow(node reflect.Value, depth int) string {
	kind, children := node.FieldByName("nodeType"), node.FieldByName("children")
	if !kind.IsValid() || !children.IsValid() || depth > 500 {
		return ""
	}
	value := node.FieldByName("value").Elem()
	switch kind.Int() {
	case int64(jmespath.ASTFunctionExpression):
		if reason := wrongCall(value, children.Len()); reason != "" {
			return reason
		}
	case int64(jmespath.ASTSlice):
		if step := value.Index(2); !step.IsNil() && step.Elem().Int() == 0 {
			return "Invalid slice, step cannot be 0"
		}
	}
	for i := range children.Len() {
		if reason := failsBelow(children.Index(i), depth+1); reason != "" {
			return reason
		}
	}
	return ""
}

func wrongCall(name reflect.Value, arguments int) string {
	if name.Kind() != reflect.String {
		return ""
	}
	expected, known := arity(name.String())
	switch {
	case !known:
		return "unknown function: " + name.String()
	case expected >= 0 && arguments != expected:
		return fmt.Sprintf("incorrect number of args: %s takes %d", name.String(), expected)
	case expected < 0 && arguments < -expected:
		return fmt.Sprintf("incorrect number of args: %s takes at least %d", name.String(), -expected)
	}
	return ""
}
