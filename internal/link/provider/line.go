package provider

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// parseEntry reads one string of azure's array. Nearly all of them are a few lines of
// plain "key: value", and setting up the parser for each costs more than the rest of
// the class: those are read here, the others by the parser.
func parseEntry(text string) (*yaml.Node, *syntaxFault) {
	if root := plainLines(text); root != nil {
		return root, nil
	}
	return parse(text)
}

// plainLines returns the mapping that the parser would return, or nil if the text is
// anything but lines of one indentation with a plain word and a plain string.
func plainLines(text string) *yaml.Node {
	indent := len(text) - len(strings.TrimLeft(text, " "))
	root := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: indent + 1}
	line := 0
	for content := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		line++
		if len(content) < indent || strings.Trim(content[:indent], " ") != "" {
			return nil
		}
		key, value, found := strings.Cut(content[indent:], ": ")
		if !found || !plainWord(key) || !plainWord(value) || constant(value) || constant(key) {
			return nil
		}
		root.Content = append(root.Content,
			&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key, Line: line, Column: indent + 1},
			&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: line, Column: indent + len(key) + 3})
	}
	return root
}

// longestWord is below the 1024 characters that YAML allows for a key without "?".
const longestWord = 512

// plainWord reports whether a text is a letter, then letters, digits and characters
// that mean nothing to YAML.
func plainWord(text string) bool {
	if len(text) > longestWord {
		return false
	}
	for i := range len(text) {
		if c := text[i]; !letter(c) && (i == 0 || (c < '0' || c > '9') && c != '-' && c != '.' && c != '_' && c != '/') {
			return false
		}
	}
	return text != ""
}

// constant reports whether YAML reads the word as something other than a string.
func constant(word string) bool {
	if len(word) > 5 {
		return false
	}
	switch strings.ToLower(word) {
	case "null", "true", "false":
		return true
	}
	return false
}
