package render

import (
	"strings"
	"unicode"
)

const maxForeignText = 160 // characters of foreign text in a message

// oneLine turns a text into one line for use in a message: no control
// characters, and no longer than a terminal line or two.
func oneLine(text string) string {
	text = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return ' '
		}
		return r
	}, text)), " ")
	if runes := []rune(text); len(runes) > maxForeignText {
		return string(runes[:maxForeignText]) + "..."
	}
	return text
}

// shellWord quotes a path for the shell if necessary.
func shellWord(word string) string {
	plain := func(r rune) bool {
		return r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || strings.ContainsRune("/._-+:,@=", r)
	}
	if word != "" && strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) < 0 {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
