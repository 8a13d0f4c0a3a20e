package engine_test

import (
	"encoding/json"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// jsonDocument converts a YAML document to JSON, and keeps the mark in front of the
// value that it preceded.
func (w *world) jsonDocument(text string) string {
	line, column := 0, 0
	if before, _, found := strings.Cut(text, mark); found {
		line = 1 + strings.Count(before, "\n")
		column = 1 + len([]rune(before[strings.LastIndexByte(before, '\n')+1:]))
		text = strings.Replace(text, mark, "", 1)
	}
	var node yaml.Node
	if err := yaml.Unmarshal([]byte(text), &node); err != nil {
		return text
	}
	writer := jsonWriter{line: line, column: column}
	writer.value(node.Content[0], "\n")
	return strings.Replace(writer.String(), `"`+objectsHere+`"`, quoteJSON(w.objects()), 1) + "\n"
}

type jsonWriter struct {
	strings.Builder
	line, column int
}

func (j *jsonWriter) value(node *yaml.Node, newline string) {
	inner := newline + "  "
	if node.Line == j.line && node.Column == j.column && node.Kind == yaml.ScalarNode {
		j.WriteString(mark)
	}
	switch node.Kind {
	case yaml.MappingNode:
		j.WriteString("{")
		for i := 0; i < len(node.Content); i += 2 {
			if i > 0 {
				j.WriteString(",")
			}
			j.WriteString(inner)
			j.value(node.Content[i], inner)
			j.WriteString(": ")
			j.value(node.Content[i+1], inner)
		}
		j.WriteString(newline + "}")
	case yaml.SequenceNode:
		j.WriteString("[")
		for i, item := range node.Content {
			if i > 0 {
				j.WriteString(",")
			}
			j.WriteString(inner)
			j.value(item, inner)
		}
		j.WriteString(newline + "]")
	default:
		var value any
		_ = node.Decode(&value)
		if text, ok := value.(string); ok {
			j.WriteString(quoteJSON(text))
			return
		}
		data, _ := json.Marshal(value)
		j.Write(data)
	}
}
