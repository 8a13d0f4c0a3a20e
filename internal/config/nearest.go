package config

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// nearest returns the known word that word most probably stands for, or "".
// Besides misspellings it accepts another way to join words (fail-on for
// failOn), and a shortened or lengthened word (warn for warning). A word of one
// or two letters matches nothing: any other is near to it.
func nearest(word string, known []string) string {
	if len(word) < 3 {
		return ""
	}
	if near := spelling.NearestName(word, known); near != "" {
		return near
	}
	for _, candidate := range known {
		short, long := spelling.Letters(word), spelling.Letters(candidate)
		if len(short) > len(long) {
			short, long = long, short
		}
		if len(short) >= 3 && strings.HasPrefix(long, short) {
			return candidate
		}
	}
	return ""
}
