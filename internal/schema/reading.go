package schema

import (
	"encoding/json"
	"math"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// The types of values, by the names that messages use.
const (
	typeString  = "string"
	typeBoolean = "boolean"
	typeNumber  = "number"
	typeNull    = "null"
	typeList    = "list"
	typeMap     = "map"
)

// Reading is what Kubernetes makes of a value.
type Reading struct {
	Type string // string, boolean, number, null, list or map
	// Text is the value as a string: the JSON text ("true", "8", "null") of a
	// scalar that is not a string; empty for lists and maps.
	Text string
	// value is what is passed to the validator.
	value any
}

// Read returns how Kubernetes reads a node, following aliases.
//
// It resolves scalars as YAML 1.2 does, with the YAML 1.1 words for booleans
// and octal numbers: the observed behaviour of sigs.k8s.io/yaml v1.6.0.
func Read(node *yaml.Node) Reading {
	node = manifest.Resolve(node)
	if node == nil {
		return Reading{Type: typeNull, Text: "null"}
	}
	switch node.Kind {
	case yaml.MappingNode:
		return Reading{Type: typeMap}
	case yaml.SequenceNode:
		return Reading{Type: typeList}
	case yaml.ScalarNode:
		return readScalar(node)
	}
	return Reading{Type: typeNull, Text: "null"}
}

func readScalar(node *yaml.Node) Reading {
	switch node.ShortTag() {
	case yaml.NodeTagNull:
		return Reading{Type: typeNull, Text: "null"}
	case yaml.NodeTagBool:
		word, _ := manifest.BooleanWord(node.Value)
		return readBoolean(word)
	case yaml.NodeTagInt, yaml.NodeTagFloat:
		return readNumber(node)
	}
	if node.Style == 0 && node.ShortTag() == yaml.NodeTagString {
		if word, is := manifest.BooleanWord(node.Value); is {
			return readBoolean(word)
		}
	}
	return readString(node.Value)
}

func readString(text string) Reading {
	return Reading{Type: typeString, Text: text, value: text}
}

func readBoolean(value bool) Reading {
	if value {
		return Reading{Type: typeBoolean, Text: "true", value: true}
	}
	return Reading{Type: typeBoolean, Text: "false", value: false}
}

func readNumber(node *yaml.Node) Reading {
	var value any
	if err := node.Decode(&value); err != nil {
		return readString(node.Value) // tagged as a number, but not one
	}
	if real, is := value.(float64); is && (math.IsInf(real, 0) || math.IsNaN(real)) {
		// JSON has no such number. For the schema it is a number, but not an
		// integer.
		return Reading{Type: typeNumber, Text: node.Value, value: 0.5}
	}
	text, err := json.Marshal(value)
	if err != nil {
		return readString(node.Value)
	}
	return Reading{Type: typeNumber, Text: string(text), value: value}
}
