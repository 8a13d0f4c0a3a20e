package access

import (
	"cmp"
	"slices"
	"strings"
)

// verdict is the result of a read in Vault.
type verdict int

const (
	silent  verdict = iota // no rule, or one without "read"
	granted                // read
	denied                 // the capability "deny", which overrides all others
)

// evaluate returns the rules that decide on a path, as Vault does for one token that
// has all of them: the most specific path wins, and rules with the same path add up.
// Open rules are ignored.
func evaluate(rules []rule, path string) (verdict, []*rule) {
	var best []*rule
	for i := range rules {
		r := &rules[i]
		if r.open || !r.matches(path) {
			continue
		}
		order := 1
		if len(best) > 0 {
			order = r.compare(best[0])
		}
		switch {
		case order > 0:
			best = []*rule{r}
		case order == 0:
			best = append(best, r)
		}
	}
	result := silent
	for _, r := range best {
		if r.denies() {
			return denied, best
		}
		if slices.Contains(r.capabilities, "read") {
			result = granted
		}
	}
	return result, best
}

// compare orders rules that match the same path; the greater one wins. This is Vault's
// documented priority: an exact path, then the later first wildcard, then no "*" at the
// end, then fewer "+", then the longer path, then the lexicographically greater.
func (r *rule) compare(other *rule) int {
	if r.glob == other.glob {
		return 0
	}
	if c := compareBool(r.exact(), other.exact()); c != 0 {
		return c
	}
	mine, mineGlobbed := r.prefix()
	theirs, theirsGlobbed := other.prefix()
	return cmp.Or(
		cmp.Compare(r.firstWildcard(), other.firstWildcard()),
		compareBool(!mineGlobbed, !theirsGlobbed),
		-cmp.Compare(r.anySegments(), other.anySegments()),
		cmp.Compare(len(mine), len(theirs)),
		strings.Compare(mine, theirs),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	default:
		return -1
	}
}

func (r *rule) firstWildcard() int {
	if r.segmented() {
		return strings.IndexByte(r.glob, '+')
	}
	prefix, _ := r.prefix()
	return len(prefix)
}

func (r *rule) anySegments() int {
	if !r.segmented() {
		return 0
	}
	count := 0
	for segment := range strings.SplitSeq(r.glob, "/") {
		if segment == "+" {
			count++
		}
	}
	return count
}
