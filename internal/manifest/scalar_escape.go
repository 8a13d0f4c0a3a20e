package manifest

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// escapeAt decodes the escape whose backslash is at i: those of YAML 1.2.2
// (5.7) and of JSON (RFC 8259, 7), in which a surrogate pair is one escape of
// twelve characters. A surrogate without its other half becomes U+FFFD, as in
// encoding/json. The size is 0 if there is no known escape.
func escapeAt(text string, i int) (size int, decoded string) {
	if i+1 >= len(text) {
		return 0, ""
	}
	switch text[i+1] {
	case 'x':
		return hexEscape(text, i, 2)
	case 'u':
		return hexEscape(text, i, 4)
	case 'U':
		return hexEscape(text, i, 8)
	}
	if decoded = shortEscape(text[i+1]); decoded == "" {
		return 0, ""
	}
	return 2, decoded
}

func shortEscape(c byte) string {
	switch c {
	case '0':
		return "\x00"
	case 'a':
		return "\a"
	case 'b':
		return "\b"
	case 't', '\t':
		return "\t"
	case 'n':
		return "\n"
	case 'v':
		return "\v"
	case 'f':
		return "\f"
	case 'r':
		return "\r"
	case 'e':
		return "\x1b"
	case ' ':
		return " "
	case '"':
		return `"`
	case '\'': // YAML 1.1 only, but the parser accepts it
		return "'"
	case '/':
		return "/"
	case '\\':
		return `\`
	case 'N':
		return "\u0085"
	case '_':
		return "\u00a0"
	case 'L':
		return "\u2028"
	case 'P':
		return "\u2029"
	}
	return ""
}

func hexEscape(text string, i, digits int) (size int, decoded string) {
	char, ok := hexAt(text, i+2, digits)
	if !ok {
		return 0, ""
	}
	size = 2 + digits
	if !utf16.IsSurrogate(char) {
		return size, string(char) // beyond Unicode this is U+FFFD, which proves nothing
	}
	next := i + size
	if digits == 4 && next+1 < len(text) && text[next] == '\\' && text[next+1] == 'u' {
		if low, ok := hexAt(text, next+2, 4); ok {
			if pair := utf16.DecodeRune(char, low); pair != utf8.RuneError {
				return 2 * size, string(pair)
			}
		}
	}
	return size, string(utf8.RuneError)
}

func hexAt(text string, i, digits int) (rune, bool) {
	if i+digits > len(text) {
		return 0, false
	}
	value, err := strconv.ParseUint(text[i:i+digits], 16, 32)
	if err != nil || value > 0x7FFFFFFF {
		return 0, false
	}
	return rune(value), true
}
