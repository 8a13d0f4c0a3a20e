package access

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// countEdits counts the edits that turn one name into another, and reports whether that
// is few enough for a misspelling. A difference in case counts as a misspelling without
// edits. Equal names do not.
func countEdits(name, known string) (int, bool) {
	allowed := min(spelling.MaxEdits(known), len(known)-1)
	if name == known || len(name)-len(known) > allowed || len(known)-len(name) > allowed {
		return 0, false
	}
	edits := spelling.Distance(strings.ToLower(name), strings.ToLower(known))
	return edits, edits <= allowed
}

// countPathEdits is countEdits for names made of segments: one segment may differ, or
// one character of the whole, so that a slash may be missing or superfluous.
func countPathEdits(name, known string) (int, bool) {
	if edits, near := countEdits(name, known); near && edits <= 1 {
		return edits, true
	}
	if strings.Count(name, "/") != strings.Count(known, "/") {
		return 0, false
	}
	mine, theirs := strings.Split(name, "/"), strings.Split(known, "/")
	total, differing := 0, 0
	for i := range mine {
		if mine[i] == theirs[i] {
			continue
		}
		edits, near := countEdits(mine[i], theirs[i])
		if differing++; !near || differing > 1 {
			return 0, false
		}
		total += edits
	}
	return total, differing == 1
}
