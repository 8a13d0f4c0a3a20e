package provider

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
	yaml11 "sigs.k8s.io/yaml"

	"example.com/mxlint/internal/manifest"
)

// decodeAWS converts a value to text as YAML 1.1, JSON and then the struct of the
// provider do.
func (r *reading) decodeAWS(row *row, value *member) (Field, *Problem) {
	node := value.value
	if manifest.IsNull(node) {
		return Field{}, nil
	}
	if row.Form == formList || row.Form == formMapping {
		return r.decodeStructure(row, node)
	}
	if node.Kind != yaml.ScalarNode {
		return Field{}, &Problem{Fault: FaultType, Expected: "a string", Says: goField(node, row.Name, "string")}
	}
	if manifest.Unknown(node.Value) {
		return Field{Value: node.Value, Unknown: true, Set: true}, nil
	}
	becomes, set, ok := read11(node)
	if !ok {
		return Field{}, &Problem{Fault: FaultType, Text: node.Value, Expected: "a string", Says: awsLoading + "error converting YAML to JSON"}
	}
	field := Field{Value: becomes, Set: set}
	if set && becomes != node.Value {
		field.Written = node.Value
	}
	return field, nil
}

func (r *reading) decodeStructure(row *row, node *yaml.Node) (Field, *Problem) {
	kind, expected, into := yaml.SequenceNode, "a list of mappings", "[]provider.JMESPathEntry"
	if row.Form == formMapping {
		kind, expected, into = yaml.MappingNode, "a mapping", "provider.FailoverObjectEntry"
	}
	if node.Kind == kind {
		return Field{Set: true}, nil
	}
	if placeholder(node) {
		if r.result.Templated == nil {
			r.result.Templated = &manifest.Pos{Line: node.Line, Column: node.Column}
		}
		return Field{Unknown: true, Set: true}, nil
	}
	problem := &Problem{Fault: FaultType, Expected: expected, Says: goField(node, row.Name, into)}
	if node.Kind == yaml.ScalarNode {
		problem.Text = node.Value
	}
	return Field{}, problem
}

func goField(node *yaml.Node, name, into string) string {
	return awsJSON + "cannot unmarshal " + jsonKind(node) + " into Go struct field SecretDescriptor." + name + " of type " + into
}

// read11 returns the text that a scalar becomes. Only plain scalars that look like
// something else are passed to the YAML 1.1 parser; the rest is unchanged.
func read11(node *yaml.Node) (text string, set, ok bool) {
	quoted := node.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
	tagged := node.Style&yaml.TaggedStyle != 0
	if !tagged && (quoted || !resolves11(node.Value)) {
		return node.Value, true, true
	}
	written := node.Value
	if tagged && node.ShortTag() == "!!str" {
		return written, true, true
	}
	if tagged {
		if quoted {
			written = "'" + strings.ReplaceAll(written, "'", "''") + "'"
		}
		tag := node.Tag
		if !strings.HasPrefix(tag, "!") {
			tag = "!<" + tag + ">"
		}
		written = tag + " " + written
	}
	var holder struct{ V *string }
	if !tagged {
		written = "{V: " + written + "}" // a single dash is text only in flow style
	} else {
		written = "V: " + written
	}
	if err := yaml11.Unmarshal([]byte(written), &holder); err != nil {
		return "", false, false
	}
	if holder.V == nil {
		return "", false, true
	}
	return *holder.V, true, true
}

// never11 reports whether a character occurs only in strings.
func never11(c rune) bool {
	return c > 0x7f || !letter(byte(c)) && (c < '0' || c > '9') && !strings.ContainsRune("-+._:~<=", c)
}

// resolves11 reports whether YAML 1.1 may read the plain scalar as something other than
// a string: a number, a boolean, null or a merge.
func resolves11(text string) bool {
	if text == "" {
		return true
	}
	if c := text[0]; !letter(c) {
		return strings.IndexByte("+-.0123456789~<=", c) >= 0 && !strings.ContainsFunc(text, never11)
	}
	switch strings.ToLower(text) {
	case "y", "yes", "n", "no", "on", "off", "true", "false", "null":
		return true
	}
	return false
}
