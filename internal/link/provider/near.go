package provider

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/spelling"
)

// meant returns the row whose name was meant by one that no row has, or nil:
// the same letters in another case or with marks between them, a name that
// stands in Instead, or a slip of the pen.
func meant(written string, rows []row) *row {
	plain := letters(written)
	for i := range rows {
		if letters(rows[i].Name) == plain {
			return &rows[i]
		}
	}
	for i := range rows {
		if rows[i].listsInstead(written) {
			return &rows[i]
		}
	}
	names := make([]string, len(rows))
	for i := range rows {
		names[i] = rows[i].Name
	}
	if nearest := spelling.Nearest(written, names); len(nearest) > 0 {
		return find(rows, nearest[0])
	}
	return nil
}

// listsInstead tells whether a name is one that people write for this one.
func (r *row) listsInstead(written string) bool {
	plain := letters(written)
	return slices.ContainsFunc(r.Instead, func(other string) bool { return letters(other) == plain })
}

// letters is the word in lower case, of letters and digits only.
func letters(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + ('a' - 'A')
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, spelling.Plain(word))
}
