// Package spelling compares words as people write them: it finds the known word
// nearest to a misspelt one, and words within texts. It is a leaf: any other
// package may use it.
package spelling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Distance counts the single-character insertions, deletions, substitutions and
// swaps of neighbours that turn a into b (optimal string alignment). Characters
// are Unicode code points; each byte of invalid UTF-8 is one. Texts too long to
// be words count as different throughout, unless they are equal.
func Distance(a, b string) int {
	if int64(len(a))*int64(len(b)) > maxComparisons {
		if a == b {
			return 0
		}
		return max(len(a), len(b))
	}
	if isASCII(a) && isASCII(b) {
		return edits([]byte(a), []byte(b))
	}
	return edits([]rune(a), []rune(b))
}

// maxComparisons limits the cost of one distance; two names of a thousand
// characters are below it.
const maxComparisons = 1 << 20

func edits[character byte | rune](a, b []character) int {
	// Words of up to 63 letters are compared without touching the heap.
	var rows [3][64]int
	before, previous, current := rows[0][:], rows[1][:], rows[2][:]
	if len(b) >= len(rows[0]) {
		before, previous, current = make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	}
	before, previous, current = before[:len(b)+1], previous[:len(b)+1], current[:len(b)+1]
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			current[j] = min(previous[j]+1, current[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				current[j] = min(current[j], before[j-2]+1)
			}
		}
		before, previous, current = previous, current, before
	}
	return previous[len(b)]
}

// MaxEdits returns how many edits still count as a misspelling: two, or one in
// words of fewer than eight letters.
func MaxEdits(word string) int {
	if utf8.RuneCountInString(word) < 8 {
		return 1
	}
	return 2
}

// Nearest returns the known words that word is a misspelling of, all at the
// smallest distance, in the order of known. A word that differs only in case
// has distance zero. It returns nil if nothing is near, or if word itself is
// known.
func Nearest(word string, known []string) []string {
	if slices.Contains(known, word) {
		return nil
	}
	best, nearest := MaxEdits(word), []string(nil)
	lower := strings.ToLower(Plain(word))
	length := utf8.RuneCountInString(lower)
	for _, candidate := range known {
		if diff := utf8.RuneCountInString(candidate) - length; diff > best || -diff > best {
			continue
		}
		distance := Distance(lower, strings.ToLower(candidate))
		switch {
		case distance > best:
		case distance < best || nearest == nil:
			best, nearest = distance, []string{candidate}
		default:
			nearest = append(nearest, candidate)
		}
	}
	return nearest
}

// NearestName returns the known name that name is a misspelling of, that it
// writes with its words joined in another way (fail-on for failOn), or that it
// abbreviates; "" if there is none or name itself is known.
func NearestName(name string, known []string) string {
	if slices.Contains(known, name) {
		return ""
	}
	if near := Nearest(name, known); len(near) > 0 {
		return near[0]
	}
	letters, short := Letters(name), ""
	for _, candidate := range known {
		whole := Letters(candidate)
		switch {
		case whole == letters:
			return candidate
		case short == "" && isAbbreviation(letters, whole):
			short = candidate
		}
	}
	return short
}

// isAbbreviation reports whether a word is at least the first half of another,
// as params is of parameters.
func isAbbreviation(word, whole string) bool {
	stem := strings.TrimSuffix(word, "s")
	return len(stem) >= 5 && 2*len(stem) >= len(whole) && strings.HasPrefix(whole, stem)
}

// Letters returns the letters and digits of a name, in lower case: the name
// without what joins its words.
func Letters(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, Plain(name))
}

// Hyphens returns a name in lower case with hyphens for whatever joins its
// words.
func Hyphens(name string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '_', '.', '/', ' ':
			return '-'
		}
		return unicode.ToLower(r)
	}, Plain(name))
}
