package engine

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
)

// verdict is what became of the findings when fixes were made.
type verdict struct {
	left       []*lint.Finding // those that their fixes did not resolve
	introduced []*lint.Finding // errors and warnings that were not there before
}

func (v *verdict) good() bool { return len(v.left) == 0 && len(v.introduced) == 0 }

// compare compares the run after a batch of fixes with the one before.
func compare(before, after *stage, batch []*lint.Finding) verdict {
	moves := movesOf(before, batch)
	there := make(map[string]bool) // names in the run after
	for i := range after.outcome.whole {
		finding := &after.outcome.whole[i]
		for _, name := range namesAfter(after, finding) {
			there[name] = true
		}
	}
	var v verdict
	for _, finding := range batch {
		if slices.ContainsFunc(moves.names(before, finding), func(name string) bool { return there[name] }) {
			v.left = append(v.left, finding)
		}
	}
	known := knownBefore(before, moves, batch)
	for i := range after.outcome.whole {
		finding := &after.outcome.whole[i]
		if !counts(finding) || wasHidden(after.outcome.Catalog, finding, batch) {
			continue
		}
		if names := append(namesAfter(after, finding), messageKey(finding)); !slices.ContainsFunc(names, func(name string) bool { return known[name] }) {
			v.introduced = append(v.introduced, finding)
		}
	}
	return v
}

// knownBefore returns the names under which the findings of the run before may be found
// again; those of the batch not by their message, since they are fixed.
func knownBefore(before *stage, moves moves, batch []*lint.Finding) map[string]bool {
	fixed := make(map[string]bool, len(batch))
	for _, finding := range batch {
		fixed[finding.Fingerprint] = true
	}
	known := make(map[string]bool)
	for i := range before.outcome.whole {
		finding := &before.outcome.whole[i]
		if !counts(finding) {
			continue
		}
		for _, name := range moves.names(before, finding) {
			known[name] = true
		}
		if !fixed[finding.Fingerprint] {
			known[messageKey(finding)] = true
		}
	}
	return known
}

// wasHidden reports whether a finding held before as well, but was hidden by one that
// is now fixed, as the METADATA of its rule says: no rule of another category looks at
// a value of the wrong type (policies/main.rego), and none at all into `objects` of the
// wrong form.
func wasHidden(catalog *lint.Catalog, f *lint.Finding, batch []*lint.Finding) bool {
	return slices.ContainsFunc(batch, func(fixed *lint.Finding) bool {
		if fixed.Span.Path != f.Span.Path || fixed.Object != f.Object || fixed.Fix.Unsafe {
			return false
		}
		switch rule := catalog.Rule(fixed.Rule); rule.Hides {
		case lint.HidesValue:
			return f.Pointer != "" && fixed.Pointer == f.Pointer && catalog.Rule(f.Rule).Category() != rule.Category()
		case lint.HidesObjects:
			return fixed.Rule != f.Rule && strings.HasPrefix(f.Pointer, "/spec/parameters/objects")
		}
		return false
	})
}

// counts reports whether a finding must not be brought about: infos may be.
func counts(f *lint.Finding) bool { return f.Suppressed == nil && f.Severity >= lint.Warning }
