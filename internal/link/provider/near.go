package provider

import (
	"slices"

	"example.com/mxlint/internal/spelling"
)

// meant returns the row whose name was meant by one that no row has, or nil: the same
// letters in another case or with separators, a name that is in Instead, or a
// misspelling.
func meant(written string, rows []row) *row {
	plain := spelling.Letters(written)
	for i := range rows {
		if spelling.Letters(rows[i].Name) == plain {
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

// listsInstead reports whether a name is one that people write instead of this one.
func (r *row) listsInstead(written string) bool {
	plain := spelling.Letters(written)
	return slices.ContainsFunc(r.Instead, func(other string) bool { return spelling.Letters(other) == plain })
}
