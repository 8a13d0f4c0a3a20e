package provider

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// decodeField converts a value to text as yaml.v3 decodes it into the field's Go type.
// A field that is not set has no problem: null is nothing.
func decodeField(row *row, value *member) (Field, *Problem) {
	node := value.value
	if manifest.IsNull(node) {
		return Field{}, nil
	}
	if node.Kind == yaml.ScalarNode && manifest.Unknown(node.Value) {
		return Field{Value: node.Value, Unknown: true, Set: true}, nil
	}
	switch row.Form {
	case formMode:
		var mode os.FileMode
		err := node.Decode(&mode)
		return Field{Value: fmt.Sprintf("%04o", uint32(mode)), Set: true}, typeProblem(node, err, "an unquoted octal number such as 0600")
	case formCount:
		var count int32
		err := node.Decode(&count)
		return Field{Value: strconv.Itoa(int(count)), Set: true}, typeProblem(node, err, "an unquoted number")
	case formMapping:
		var mapping map[string]any
		err := decodeNode(node, &mapping)
		if err == nil {
			return Field{Set: true}, nil
		}
		if fault := repeatedWithin(node, value.pointer); fault != nil {
			problem := fault.problem("yaml: unmarshal errors: ")
			return Field{Set: true}, &problem
		}
		problem := typeProblem(node, err, "a mapping")
		problem.Text, problem.Says = "", "" // both include the value, which may be secret
		return Field{Set: true}, problem
	}
	return decodeText(node)
}

// decodeText reads a string: yaml.v3 keeps the text of any scalar as written.
func decodeText(node *yaml.Node) (Field, *Problem) {
	if node.Kind != yaml.ScalarNode {
		err := fmt.Errorf("yaml: unmarshal errors: line %d: cannot unmarshal %s into string", node.Line, node.ShortTag())
		return Field{}, typeProblem(node, err, "a string")
	}
	if node.Style&yaml.TaggedStyle == 0 {
		return Field{Value: node.Value, Set: true}, nil
	}
	var text string
	err := node.Decode(&text)
	return Field{Value: strings.ToValidUTF8(text, "\uFFFD"), Set: true}, typeProblem(node, err, "a string")
}

func typeProblem(node *yaml.Node, err error, expected string) *Problem {
	if err == nil {
		return nil
	}
	problem := &Problem{Fault: FaultType, Expected: expected, Says: oneLine(err)}
	if node.Kind == yaml.ScalarNode {
		problem.Text = node.Value
	}
	return problem
}

// oneLine joins the lines of the library's type errors.
func oneLine(err error) string {
	var typeError *yaml.TypeError
	if errors.As(err, &typeError) {
		return "yaml: unmarshal errors: " + strings.Join(typeError.Errors, " ")
	}
	return strings.Join(strings.Fields(err.Error()), " ")
}
