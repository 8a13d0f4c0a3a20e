package manifest

import "sigs.k8s.io/kustomize/kyaml/yaml"

// skipProperties returns where the content of node begins: the line and column
// of a node with an anchor or a tag are those of the anchor or tag, and blanks,
// line breaks and comments may precede the content.
func skipProperties(text string, at int, node *yaml.Node) int {
	at = min(max(at, 0), len(text))
	// An empty plain scalar is right after its last property; what follows on
	// the next lines belongs to another node.
	empty := node != nil && node.Kind == yaml.ScalarNode && node.Value == "" && isPlain(node.Style)
	for {
		end := propertyEnd(text, at)
		if end == at {
			return at
		}
		next := skipToToken(text, end, !empty)
		if empty && propertyEnd(text, next) == next {
			return end
		}
		at = next
	}
}

func isPlain(style yaml.Style) bool {
	others := yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	return style&others == 0
}

// propertyEnd returns the offset after the anchor or tag at i, or i if there is
// none. No scalar begins with & or !, so one character decides.
func propertyEnd(text string, i int) int {
	if i >= len(text) {
		return i
	}
	switch text[i] {
	case '&':
		i++
		for i < len(text) && isAnchorByte(text[i]) {
			i++
		}
	case '!':
		for i < len(text) && !isBlank(text, i) && !isLineBreak(text, i) {
			i++
		}
	}
	return i
}

func isAnchorByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '-'
}

// skipToToken returns the offset of the next character that is not a blank nor,
// if crossLines is set, a line break or part of a comment.
func skipToToken(text string, i int, crossLines bool) int {
	for {
		i = skipBlanks(text, i)
		if !crossLines || i >= len(text) {
			return i
		}
		if size, _ := lineBreakAt(text, i); size > 0 {
			i += size
			continue
		}
		if text[i] != '#' {
			return i
		}
		i = breakOrEnd(text, i)
	}
}
