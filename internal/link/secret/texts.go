package secret

import (
	"cmp"
	"slices"
	"strings"
)

// Texts are texts that must not be shown. A nil Texts is empty.
type Texts struct {
	texts []string // longest first
	// sorted are the texts in order; above has, for each of them, the index of the
	// longest other one that it begins with, -1 for none. Both are nil if the texts are
	// so few that each is searched for by itself.
	sorted []string
	above  []int
}

// fewSecrets is how many are searched for one by one.
const fewSecrets = 32

func newTexts(texts []string) *Texts {
	if len(texts) == 0 {
		return nil
	}
	sorted := slices.Compact(slices.Sorted(slices.Values(texts)))
	s := &Texts{texts: slices.Clone(sorted)}
	slices.SortFunc(s.texts, longestFirst)
	if len(sorted) <= fewSecrets {
		return s
	}
	s.sorted, s.above = sorted, make([]int, len(sorted))
	var begun []int // those that the current text may begin with, each a prefix of the next
	for i, text := range sorted {
		for len(begun) > 0 && !strings.HasPrefix(text, sorted[begun[len(begun)-1]]) {
			begun = begun[:len(begun)-1]
		}
		s.above[i] = -1
		if len(begun) > 0 {
			s.above[i] = begun[len(begun)-1]
		}
		begun = append(begun, i)
	}
	return s
}

// Join returns the union of the secrets.
func Join(all ...*Texts) *Texts {
	var texts []string
	for _, s := range all {
		if s != nil {
			texts = append(texts, s.texts...)
		}
	}
	return newTexts(texts)
}

// in returns the secrets that a text contains, longest first.
func (s *Texts) in(text string) []string {
	var found []string
	if s.sorted == nil {
		for _, secret := range s.texts {
			if strings.Contains(text, secret) {
				found = append(found, secret)
			}
		}
		return found
	}
	seen := make(map[int]bool)
	for at := range len(text) {
		// Of all secrets that the rest of the text begins with, the last in order
		// begins with the others.
		next, exact := slices.BinarySearch(s.sorted, text[at:])
		if !exact {
			next--
		}
		for i := next; i >= 0 && !seen[i]; i = s.above[i] {
			if strings.HasPrefix(text[at:], s.sorted[i]) {
				seen[i] = true
				found = append(found, s.sorted[i])
			}
		}
	}
	slices.SortFunc(found, longestFirst)
	return found
}

func longestFirst(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) }

// Hide replaces each character of the secrets in a text, and of those in any URL.
func (s *Texts) Hide(text string) string {
	text = HideInURL(text)
	if s == nil {
		return text
	}
	for _, secret := range s.in(text) {
		text = strings.ReplaceAll(text, secret, stars(secret))
	}
	return text
}
