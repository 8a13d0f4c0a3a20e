package access

// alphanumeric represents in a pattern one unknown letter or digit.
const alphanumeric = '\x01'

// longestGlob is how long two patterns may be to be compared, since time grows with the
// product of their lengths. An ARN has at most 2048 characters.
const longestGlob = 2048

// globsMeet reports whether some text matches both patterns, in which "*" is any text,
// "?" any character, and alphanumeric any letter or digit. If one has none of these, it
// is simply matched by the other. Patterns that are too long to be compared count as
// meeting, so that nothing is reported about them.
func globsMeet(a, b string) bool {
	a, b, differ := trimLiterals(a, b)
	if differ {
		return false
	}
	if int64(len(a))*int64(len(b)) > longestGlob*longestGlob {
		return true
	}
	// meets[j] is whether a[i:] and b[j:] match a common text.
	meets, below := make([]bool, len(b)+1), make([]bool, len(b)+1)
	for i := len(a); i >= 0; i-- {
		for j := len(b); j >= 0; j-- {
			switch {
			case i == len(a) && j == len(b):
				meets[j] = true
			case i < len(a) && a[i] == '*':
				meets[j] = below[j] || j < len(b) && meets[j+1]
			case j < len(b) && b[j] == '*':
				meets[j] = meets[j+1] || i < len(a) && below[j]
			case i < len(a) && j < len(b):
				meets[j] = characterMeets(a[i], b[j]) && below[j+1]
			default:
				meets[j] = false
			}
		}
		meets, below = below, meets
	}
	return below[0]
}

// trimLiterals removes what precedes the first and follows the last "*" of either
// pattern, and reports whether that already differs.
func trimLiterals(a, b string) (restA, restB string, differ bool) {
	for a != "" && b != "" && a[0] != '*' && b[0] != '*' {
		if !characterMeets(a[0], b[0]) {
			return a, b, true
		}
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] != '*' && b[len(b)-1] != '*' {
		if !characterMeets(a[len(a)-1], b[len(b)-1]) {
			return a, b, true
		}
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return a, b, false
}

func characterMeets(a, b byte) bool {
	switch {
	case a == b || a == '?' || b == '?':
		return true
	case a == alphanumeric:
		return isAlphanumeric(b)
	case b == alphanumeric:
		return isAlphanumeric(a)
	default:
		return false
	}
}

func isAlphanumeric(char byte) bool {
	return '0' <= char && char <= '9' || 'a' <= char|0x20 && char|0x20 <= 'z'
}
