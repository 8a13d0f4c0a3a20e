package schema

import (
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/spelling"
)

func isQuoted(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && node.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 &&
		node.Style&yaml.TaggedStyle == 0
}

// shown returns the value as a message may quote it, with a blank before it;
// empty for what is secret or null, or not a scalar.
func (v *value) shown() string {
	if v.isSecret() || v.node == nil || v.node.Kind != yaml.ScalarNode || v.read.Type == typeNull {
		return ""
	}
	return " " + strconv.Quote(oneLine(v.node.Value))
}

// isSecret reports whether the value, or what it is part of, must not be shown.
func (v *value) isSecret() bool {
	for ; v != nil; v = v.parent {
		if v.shape != nil && v.shape.secret {
			return true
		}
	}
	return false
}

// wrongType describes a value of another type than the schema wants. quoted is
// the plain text to write instead, or "".
func wrongType(v *value, quoted string) string {
	wanted := ": the API server expects " + strings.Join(withArticles(v.shape.types), " or ")
	if quoted != "" {
		return v.label() + v.shown() + " is a string" + wanted + "; write " + quoted + " without quotes"
	}
	scalar := v.read.Type == typeBoolean || v.read.Type == typeNumber
	if !scalar || !v.shape.wants(typeString) {
		return v.label() + v.shown() + " is " + withArticle(v.read.Type) + wanted
	}
	if v.isSecret() || v.node.Value == v.read.Text {
		return v.label() + v.shown() + " is read as " + withArticle(v.read.Type) + wanted + "; put it in quotes"
	}
	return v.label() + v.shown() + " is read as the " + v.read.Type + " " + v.read.Text + wanted + "; put it in quotes"
}

// withArticles returns the validator's types as worded in messages.
func withArticles(types []string) []string {
	words := make([]string, len(types))
	for i, typ := range types {
		switch typ {
		case "object":
			typ = typeMap
		case "array":
			typ = typeList
		}
		words[i] = withArticle(typ)
	}
	return words
}

func withArticle(typ string) string {
	switch typ {
	case "integer":
		return "an integer"
	case typeNull:
		return "null"
	}
	return "a " + typ
}

func missing(v *value, name string) string {
	lacks := v.label() + " lacks " + strconv.Quote(name)
	switch {
	case name == "name" && v.place() == "metadata":
		return lacks + ": the API server fails with \"resource name may not be empty\""
	case name == "sourceURL":
		return lacks + ": without it the Operator has no app to build"
	}
	return lacks + ", a required field: the API server refuses the manifest"
}

func notAllowed(v *value) string {
	message := v.label() + v.shown() + " is not one of " + strings.Join(v.shape.allowed, ", ")
	if near := spelling.NearestName(v.read.Text, v.shape.allowed); near != "" {
		message += "; the nearest is " + strconv.Quote(near)
	}
	return message
}

func wrongForm(v *value) string {
	message := v.label() + v.shown() + " is not " + v.shape.expects + ": the API server refuses it"
	if name := rfc1123(v.read.Text); name != "" && v.parent.place() == "metadata" && name != v.read.Text {
		message += "; the nearest name is " + strconv.Quote(name)
	}
	return message
}

// rfc1123 returns the name that results from lowercasing a text and turning
// blanks and underscores into dashes, or "" if that is not a name.
func rfc1123(text string) string {
	name := strings.ToLower(strings.NewReplacer("_", "-", " ", "-").Replace(strings.TrimSpace(text)))
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || strings.Trim(name, "-") != name {
		return ""
	}
	if len(name) > 63 {
		return ""
	}
	return name
}

// excluded describes what a "not" of our schemas rejects: fields that exclude
// each other, or a name that the Operator or OpenShift reserves for itself.
func excluded(v *value) (message string, reserved bool) {
	if v.read.Type == typeMap {
		return v.label() + " has both " + strings.Join(v.shape.exclude, " and ") +
			": they exclude each other, and the API server refuses a PodDisruptionBudget with both", false
	}
	prefix, _, _ := strings.Cut(v.read.Text, "-")
	owner := "the Mendix Operator"
	if prefix == "openshift" {
		owner = "OpenShift"
	}
	return v.label() + v.shown() + ` begins with "` + prefix + `-": ` + owner + " reserves names with this prefix", true
}
