package spelling

import "strings"

// AnyOccurrence reports whether a text contains words in a position that accept
// approves. accept is called with the byte offsets of each occurrence, the end
// exclusive.
func AnyOccurrence(text, words string, accept func(start, end int) bool) bool {
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

// IsWholeWord reports whether neither neighbour of text[start:end] belongs to
// the same word.
func IsWholeWord(text string, start, end int, inWord func(byte) bool) bool {
	return (start == 0 || !inWord(text[start-1])) && (end == len(text) || !inWord(text[end]))
}

// IsNameByte reports whether a byte may occur in a name or a path.
func IsNameByte(c byte) bool {
	return c == '-' || c == '_' || c == '.' || c == '/' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
