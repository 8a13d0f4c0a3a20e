package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// printable escapes everything in the text that a terminal or a log would interpret
// instead of show: control characters (a file name may contain an escape sequence or a
// line end), bytes that are not UTF-8, and invisible characters that change the
// direction of the text around them.
func printable(text string) string {
	if isPrintable(text) {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		b.WriteString(visible(r, text[:size]))
		text = text[size:]
	}
	return b.String()
}

func isPrintable(text string) bool {
	for _, r := range text {
		if r == utf8.RuneError || needsEscape(r) {
			return false
		}
	}
	return true
}

// visible returns one character as it is shown; raw are its bytes.
func visible(r rune, raw string) string {
	switch {
	case r == utf8.RuneError && len(raw) == 1:
		return fmt.Sprintf(`\x%02x`, raw[0])
	case !needsEscape(r):
		return raw
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r < 0x80:
		return fmt.Sprintf(`\x%02x`, r)
	case r > 0xffff:
		return fmt.Sprintf(`\U%08x`, r)
	default:
		return fmt.Sprintf(`\u%04x`, r)
	}
}

func needsEscape(r rune) bool {
	if r < 0x80 {
		return r < ' ' || r == 0x7f
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}
