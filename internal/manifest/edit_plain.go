package manifest

import (
	"strings"
	"unicode"
)

// plainReads reports whether a string without quotes is read as that very
// string by readers of YAML 1.1 and 1.2 alike; flow means within brackets. In
// case of doubt the answer is no, which only costs a pair of quotes.
func plainReads(s string, flow bool) bool {
	if s == "" || len(s) > 512 || !plainFirst(rune(s[0])) && s[0] < 0x80 {
		return false
	}
	for i, c := range s {
		switch {
		case c == ' ':
			if i == len(s)-1 {
				return false
			}
		case c == ':':
			if i == len(s)-1 || s[i+1] == ' ' {
				return false
			}
		case c == '#':
			if s[i-1] == ' ' {
				return false
			}
		case strings.ContainsRune(",[]{}?", c):
			if flow {
				return false
			}
		case !unicode.IsPrint(c):
			return false
		}
	}
	return !plainWord(s) && !numberLike(s)
}

// plainFirst reports whether an ASCII character can begin a plain scalar beyond
// doubt.
func plainFirst(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("_/.$()+;^\\", c)
}

// plainWord reports whether a word has a meaning in YAML 1.1 or 1.2 (yaml.org,
// the types bool, null, float and merge of 1.1).
func plainWord(s string) bool {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", ".nan", ".inf", "+.inf", "-.inf", "inf", "+inf", "-inf":
		return true
	}
	return false
}

// numberLike reports whether a string may be a number or a date: decimal, hex,
// octal, binary, sexagesimal, with an exponent.
func numberLike(s string) bool {
	// Readers of YAML 1.1 drop underscores wherever they occur.
	if s = strings.ReplaceAll(s, "_", ""); s == "" {
		return false
	}
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	if s == "" || !isDigit(s[0]) && s[0] != '.' {
		return false
	}
	if len(s) > 2 && s[0] == '0' && strings.IndexByte("xXoObB", s[1]) >= 0 {
		return onlyOf(s[2:], "0123456789abcdefABCDEF")
	}
	if len(s) >= 6 && s[4] == '-' && onlyOf(s[:4], "0123456789") && isDigit(s[5]) {
		return onlyOf(s, "0123456789-:.+TtZz ")
	}
	const digits = "0123456789.:,"
	if at := strings.IndexAny(s, "eE"); at > 0 {
		return onlyOf(s[:at], digits) && onlyOf(s[at+1:], digits+"+-")
	}
	return onlyOf(s, digits)
}

func onlyOf(s, chars string) bool {
	return strings.Trim(s, chars) == ""
}
