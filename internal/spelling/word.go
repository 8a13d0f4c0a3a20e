package spelling

import "strings"

// Occurs tells whether words stand somewhere in a text where accept takes them; it
// is asked with the byte offsets of each place, the end exclusive.
func Occurs(text, words string, accept func(start, end int) bool) bool {
	for at := 0; ; {
		next := strings.Index(text[at:], words)
		if next < 0 {
			return false
		}
		start := at + next
		if at = start + len(words); accept(start, at) {
			return true
		}
	}
}

// StandsAlone tells whether neither neighbour of text[start:end] belongs to its word.
func StandsAlone(text string, start, end int, inWord func(byte) bool) bool {
	return (start == 0 || !inWord(text[start-1])) && (end == len(text) || !inWord(text[end]))
}

// IsNameByte tells whether a byte may stand in a name, a path among them.
func IsNameByte(c byte) bool {
	return c == '-' || c == '_' || c == '.' || c == '/' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
