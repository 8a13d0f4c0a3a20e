package report

import "unicode"

// width returns how many terminal columns a printed character takes: two for East Asian
// wide characters and emoji, none for combining marks (Unicode Standard Annex 11,
// roughly: the caret of an excerpt has to be in the right place, but the latest emoji
// need not be covered).
func width(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case isWide(r):
		return 2
	default:
		return 1
	}
}

func isWide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115f, // Hangul initials
		r >= 0x2e80 && r <= 0x303e,   // CJK radicals and punctuation
		r >= 0x3041 && r <= 0xa4cf,   // kana to Yi
		r >= 0xa960 && r <= 0xa97f,   // Hangul, extended
		r >= 0xac00 && r <= 0xd7a3,   // Hangul syllables
		r >= 0xf900 && r <= 0xfaff,   // CJK compatibility
		r >= 0xfe30 && r <= 0xfe6f,   // CJK compatibility forms
		r >= 0xff01 && r <= 0xff60,   // full-width forms
		r >= 0xffe0 && r <= 0xffe6,   // full-width signs
		r >= 0x1f300 && r <= 0x1f64f, // pictographs and emoticons
		r >= 0x1f680 && r <= 0x1f6ff, // transport
		r >= 0x1f900 && r <= 0x1faff, // supplemental pictographs
		r >= 0x20000 && r <= 0x3fffd: // CJK extensions
		return true
	}
	return false
}
