package manifest

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// firstMark returns the offset of the first template mark that is not in a
// comment, -1 if there is none, and whether some line is nothing but template
// control ("{{- if ... }}").
func firstMark(text string) (at int, control bool) {
	at = -1
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		line := text[start:end]
		bare := strings.TrimLeft(line, " \t")
		if !strings.HasPrefix(bare, "#") {
			mark := markIn(line)
			if mark >= 0 && at < 0 {
				at = start + mark
			}
			if mark >= 0 && mark == len(line)-len(bare) && onlyMarks(bare) {
				control = true
			}
		}
		start = next
	}
	return at, control
}

// markIn returns where the first template expression of a line begins, or -1.
func markIn(line string) int {
	first := -1
	for _, opening := range []string{"{{", "${"} {
		if at := strings.Index(line, opening); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// onlyMarks reports whether a line contains nothing but template expressions.
func onlyMarks(line string) bool {
	return strings.TrimSpace(replaceMarks(line, "")) == ""
}

// replaceMarks replaces each template expression of one line by word.
func replaceMarks(line, word string) string {
	var out strings.Builder
	for {
		at := markIn(line)
		if at < 0 {
			out.WriteString(line)
			return out.String()
		}
		closing := "}}"
		if line[at] == '$' {
			closing = "}"
		}
		end := strings.Index(line[at:], closing)
		if end < 0 {
			out.WriteString(line[:at])
			out.WriteString(word)
			return out.String()
		}
		out.WriteString(line[:at])
		out.WriteString(word)
		line = line[at+end+len(closing):]
	}
}

// neutralise replaces template expressions by plain words, and empties the
// lines that contain nothing else. Line numbers stay the same.
func neutralise(text string) string {
	var out strings.Builder
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		if line := text[start:end]; !onlyMarks(line) {
			out.WriteString(replaceMarks(line, "template"))
		}
		out.WriteString(text[end:next])
		start = next
	}
	return out.String()
}

// templateIn returns the offset of a template expression that the parser read
// as structure: "{{ x }}" without quotes is a mapping within a mapping. It
// returns -1 if there is none.
func (f *File) templateIn(node *yaml.Node) int {
	if node.Kind == yaml.MappingNode && node.Style&yaml.FlowStyle != 0 && len(node.Content) == 2 &&
		node.Content[0].Kind == yaml.MappingNode && node.Content[0].Style&yaml.FlowStyle != 0 {
		if at := f.root.offset(node.Line, node.Column); strings.HasPrefix(f.Text[at:], "{{") {
			return at
		}
	}
	for _, child := range node.Content {
		if at := f.templateIn(child); at >= 0 {
			return at
		}
	}
	return -1
}
