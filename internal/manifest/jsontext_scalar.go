package manifest

import (
	"strings"
	"unicode/utf8"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// str reads a string from its opening quote.
func (r *jsonReader) str() (*yaml.Node, *jsonError) {
	node := r.node(yaml.ScalarNode, r.at, "!!str")
	node.Style = yaml.DoubleQuotedStyle
	r.at++
	start := r.at // of what is not yet decoded
	var decoded strings.Builder
	for r.at < len(r.text) {
		switch c := r.text[r.at]; {
		case c == '"':
			node.Value = r.text[start:r.at]
			if decoded.Len() > 0 {
				decoded.WriteString(node.Value)
				node.Value = decoded.String()
			}
			r.at++
			return node, nil
		case c == '\\':
			decoded.WriteString(r.text[start:r.at])
			char, err := r.escape()
			if err != nil {
				return nil, err
			}
			decoded.WriteString(char)
			start = r.at
		case c < ' ':
			return nil, r.invalid("in string literal")
		case c < utf8.RuneSelf:
			r.at++
		default:
			char, size := utf8.DecodeRuneInString(r.text[r.at:])
			if char == utf8.RuneError && size == 1 {
				return nil, r.fail("invalid UTF-8 in string literal")
			}
			r.at += size
		}
	}
	return nil, r.cutOff()
}

// escape reads an escape from its backslash and returns what it represents.
func (r *jsonReader) escape() (string, *jsonError) {
	backslash := r.at
	if r.at++; r.at >= len(r.text) {
		return "", r.cutOff()
	}
	if !strings.ContainsRune(`"\/bfnrtu`, rune(r.text[r.at])) {
		return "", r.invalid("in string escape code")
	}
	if r.text[r.at] == 'u' {
		for range 4 {
			if r.at++; r.at >= len(r.text) {
				return "", r.cutOff()
			}
			if !isHexDigit(r.text[r.at]) {
				return "", r.invalid(`in \u hexadecimal character escape`)
			}
		}
	}
	size, decoded := escapeAt(r.text, backslash)
	r.at = backslash + size
	return decoded, nil
}

// literal reads true, false or null.
func (r *jsonReader) literal(word, tag string) (*yaml.Node, *jsonError) {
	start := r.at
	for i := range len(word) {
		if r.at >= len(r.text) {
			return nil, r.cutOff()
		}
		if r.text[r.at] != word[i] {
			return nil, r.invalid("in literal " + word + " (expecting " + quoteJSONChar(rune(word[i])) + ")")
		}
		r.at++
	}
	return r.scalar(start, tag), nil
}

// number reads a number and keeps its spelling.
func (r *jsonReader) number() (*yaml.Node, *jsonError) {
	start, tag := r.at, "!!int"
	if r.accept("-") && r.at >= len(r.text) {
		return nil, r.cutOff()
	}
	if !r.accept("0") {
		if err := r.digits("in numeric literal"); err != nil {
			return nil, err
		}
	}
	if r.accept(".") {
		tag = "!!float"
		if err := r.digits("after decimal point in numeric literal"); err != nil {
			return nil, err
		}
	}
	if r.accept("eE") {
		tag = "!!float"
		r.accept("+-")
		if err := r.digits("in exponent of numeric literal"); err != nil {
			return nil, err
		}
	}
	return r.scalar(start, tag), nil
}

// digits reads one or more digits.
func (r *jsonReader) digits(where string) *jsonError {
	if r.at >= len(r.text) {
		return r.cutOff()
	}
	if !isDigit(r.text[r.at]) {
		return r.invalid(where)
	}
	for r.at < len(r.text) && isDigit(r.text[r.at]) {
		r.at++
	}
	return nil
}

// accept consumes the next character if it is one of chars, and reports whether
// it was.
func (r *jsonReader) accept(chars string) bool {
	if r.at >= len(r.text) || strings.IndexByte(chars, r.text[r.at]) < 0 {
		return false
	}
	r.at++
	return true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isHexDigit(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
