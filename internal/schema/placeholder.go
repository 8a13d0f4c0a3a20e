package schema

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// undecided tells whether a text holds a placeholder or a template, so that
// nothing can be said of the form of the value it will become.
func undecided(text string) bool {
	if !strings.ContainsAny(text, "{(<#") {
		return false
	}
	return encloses(text, "${", "}") || encloses(text, "$(", ")") || encloses(text, "{{", "}}") ||
		encloses(text, "<{", "}>") || encloses(text, "{<", ">}") ||
		strings.Contains(text, "####") || namesBlank(text)
}

// encloses tells whether text has the opening mark, and behind it the closing one.
func encloses(text, opening, closing string) bool {
	_, rest, found := strings.Cut(text, opening)
	return found && strings.Contains(rest, closing)
}

// namesBlank tells whether text has a word in angle brackets, "<name>".
func namesBlank(text string) bool {
	for {
		_, rest, found := strings.Cut(text, "<")
		if !found {
			return false
		}
		if word, _, closed := strings.Cut(rest, ">"); closed && isBlankName(word) {
			return true
		}
		text = rest
	}
}

func isBlankName(word string) bool {
	for i, r := range word {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		inner := i > 0 && (r >= '0' && r <= '9' || strings.ContainsRune(" -_.", r))
		if !letter && !inner {
			return false
		}
	}
	return word != ""
}

// isTemplate tells whether a node is what YAML makes of an unquoted "{{ x }}":
// a flow mapping whose only key is one too.
func isTemplate(node *yaml.Node) bool {
	return node.Kind == yaml.MappingNode && node.Style&yaml.FlowStyle != 0 &&
		len(node.Content) == 2 && node.Content[0].Kind == yaml.MappingNode
}
