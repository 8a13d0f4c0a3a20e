package provider

import (
	"reflect"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// asAzureArray converts a list of mappings to the form that azure decodes: under the
// key array, each mapping as a block string. Apart from that, lines do not change,
// including comments. It returns "" if the result would not read as the same mappings.
func asAzureArray(text string) string {
	root, fault := parse(text)
	if fault != nil || root == nil {
		return ""
	}
	list, wrapped := arrayOf(manifest.Resolve(root))
	if list == nil || list.Style&yaml.FlowStyle != 0 {
		return ""
	}
	lines := strings.Split(text, "\n")
	for _, entry := range list.Content {
		switch {
		case entry.Kind == yaml.MappingNode && entry.Anchor == "":
			if !blockString(lines, entry) {
				return ""
			}
		case entry.Kind != yaml.ScalarNode:
			return ""
		}
	}
	if !wrapped {
		for i, line := range lines {
			if strings.TrimSpace(line) != "" {
				lines[i] = "  " + strings.ReplaceAll(line, "\n", "\n  ")
			}
		}
		lines = append([]string{"array:"}, lines...)
	}
	if converted := strings.Join(lines, "\n"); sameEntries(list, converted) {
		return converted
	}
	return ""
}

// arrayOf returns the list of entries, and whether it is under array.
func arrayOf(root *yaml.Node) (list *yaml.Node, wrapped bool) {
	if root.Kind == yaml.SequenceNode {
		return root, false
	}
	if root.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(root.Content); i += 2 {
			if root.Content[i].Value == "array" && root.Content[i+1].Kind == yaml.SequenceNode {
				return root.Content[i+1], true
			}
		}
	}
	return nil, false
}

// blockString inserts `|` after the dash of an entry, and moves the mapping to the
// lines below.
func blockString(lines []string, entry *yaml.Node) bool {
	if entry.Line > len(lines) {
		return false
	}
	line, at := lines[entry.Line-1], entry.Column-1
	if at > len(line) {
		return false
	}
	dash := strings.TrimRight(line[:at], " ")
	if strings.TrimLeft(dash, " ") != "-" {
		return false
	}
	lines[entry.Line-1] = dash + " |\n" + strings.Repeat(" ", at) + line[at:]
	return true
}

// sameEntries reports whether the strings of the fixed text read as the entries.
func sameEntries(list *yaml.Node, converted string) bool {
	var wrapper struct {
		Array []string `yaml:"array"`
	}
	if !decodes(converted, &wrapper) || len(wrapper.Array) != len(list.Content) {
		return false
	}
	for i, entry := range list.Content {
		var before, after any
		text := wrapper.Array[i]
		if entry.Kind == yaml.ScalarNode {
			if text != entry.Value {
				return false
			}
			continue
		}
		if decodeNode(entry, &before) != nil || !decodes(text, &after) || !reflect.DeepEqual(before, after) {
			return false
		}
	}
	return true
}
