package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain replaces characters that a word processor or a web page has substituted
// by those of a keyboard: any dash becomes a hyphen, any quotation mark a
// straight one, any blank a space, a full-width letter its common form, and
// characters without width are dropped. Letters of other scripts stay, however
// much they look like Latin ones: each is one edit of Distance.
func Plain(word string) string {
	if isASCII(word) {
		return word
	}
	return strings.Map(plainRune, word)
}

func plainRune(r rune) rune {
	const fullWidth = 0xFEE0 // U+FF01 to U+FF5E are this far above ASCII
	switch {
	case r < utf8.RuneSelf:
		return r
	case r >= '!'+fullWidth && r <= '~'+fullWidth:
		return r - fullWidth
	case unicode.Is(unicode.Pd, r), r == '\u2212': // the minus sign
		return '-'
	case unicode.In(r, unicode.Pi, unicode.Pf):
		return '"'
	case unicode.IsSpace(r), unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}

func isASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
