package provider

import (
	"strings"
	"unicode/utf8"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// structureMark returns the first template mark in a text that is not YAML, from the
// given line on (from 1): {{ outside quotes and comments, or a mark alone on its line.
// A mark inside a plain scalar breaks nothing.
func structureMark(text string, from int) *manifest.Pos {
	if !strings.ContainsAny(text, "{$<") {
		return nil
	}
	line := 0
	for content := range strings.SplitSeq(text, "\n") {
		line++
		if line < from {
			continue
		}
		if at := lineMark(content); at >= 0 {
			return &manifest.Pos{Line: line, Column: utf8.RuneCountInString(content[:at]) + 1}
		}
	}
	return nil
}

// lineMark returns the offset of the mark in the line, or -1.
func lineMark(line string) int {
	start := len(line) - len(strings.TrimLeft(line, " \t-"))
	if whole := strings.TrimSpace(line[start:]); wholeMark(whole) {
		return start
	}
	var quote byte
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quote != 0:
			if c == '\\' && quote == '"' {
				i++
			} else if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && (i == 0 || strings.IndexByte(" \t[{,:-", line[i-1]) >= 0):
			quote = c
		case c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return -1
		case c == '{' && strings.HasPrefix(line[i:], "{{"):
			return i
		}
	}
	return -1
}

// wholeMark reports whether the text is a single mark and nothing else.
func wholeMark(text string) bool {
	for _, pair := range [][2]string{{"${", "}"}, {"$(", ")"}, {"<{", "}>"}, {"{{", "}}"}} {
		if strings.HasPrefix(text, pair[0]) && strings.Index(text, pair[1]) == len(text)-len(pair[1]) && len(text) >= 3 {
			return true
		}
	}
	return false
}

// flowMark finds {{ that YAML has read as a mapping in a mapping.
func flowMark(node *yaml.Node, depth int) *manifest.Pos {
	if depth > 20 || node == nil {
		return nil
	}
	if node.Kind == yaml.MappingNode && node.Style&yaml.FlowStyle != 0 && len(node.Content) > 0 {
		if key := node.Content[0]; key.Kind == yaml.MappingNode && key.Line == node.Line && key.Column == node.Column+1 {
			return &manifest.Pos{Line: node.Line, Column: node.Column}
		}
	}
	for _, child := range node.Content {
		if mark := flowMark(child, depth+1); mark != nil {
			return mark
		}
	}
	return nil
}

// placeholder reports whether the node is a scalar in place of unknown structure.
func placeholder(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && manifest.Unknown(node.Value)
}
