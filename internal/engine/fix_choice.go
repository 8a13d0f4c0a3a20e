package engine

import (
	"slices"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// eligible returns the findings whose fixes may be made.
func (f *fixer) eligible(findings []lint.Finding) []*lint.Finding {
	var eligible []*lint.Finding
	for i := range findings {
		finding := &findings[i]
		if finding.Fix != nil && f.wants(finding) && (f.Unsafe || !finding.Fix.Unsafe) && !f.seen[nameOf(finding)] {
			eligible = append(eligible, finding)
		}
	}
	return eligible
}

// certainFirst returns only the fixes that rest on no guess, as long as there are any:
// a guess follows the pattern of its surroundings, which are fixed first.
func certainFirst(findings []*lint.Finding) []*lint.Finding {
	certain := slices.DeleteFunc(slices.Clone(findings), func(f *lint.Finding) bool { return f.Fix.Unsafe })
	if len(certain) > 0 {
		return certain
	}
	return findings
}

// wants reports whether a finding is to be fixed.
func (f *fixer) wants(finding *lint.Finding) bool {
	return finding.Suppressed == nil && f.chooses(finding.Rule)
}

// chooses reports whether the findings of a rule are to be fixed.
func (o *FixOptions) chooses(rule string) bool {
	return len(o.Only) == 0 || slices.ContainsFunc(o.Only, func(glob string) bool { return matchesRule(glob, rule) })
}

// disjoint returns the fixes whose edits do not overlap those of an earlier one. Edits
// that only touch count as overlapping too: of two insertions at one place, the second
// has to take account of the first. What is left out has its turn in a later round.
func disjoint(findings []*lint.Finding) []*lint.Finding {
	taken := make(map[string][]manifest.Span)
	var chosen []*lint.Finding
	for _, finding := range findings {
		overlaps := slices.ContainsFunc(finding.Fix.Edits, func(edit manifest.Edit) bool {
			return slices.ContainsFunc(taken[edit.Span.Path], func(other manifest.Span) bool { return overlap(edit.Span, other) })
		})
		if overlaps {
			continue
		}
		for _, edit := range finding.Fix.Edits {
			taken[edit.Span.Path] = append(taken[edit.Span.Path], edit.Span)
		}
		chosen = append(chosen, finding)
	}
	return chosen
}

func overlap(a, b manifest.Span) bool {
	return a.Start.Compare(b.End) <= 0 && b.Start.Compare(a.End) <= 0
}

// explain adds the findings that are left without a fix to the dropped ones, with the
// reason why no fix is offered.
func (f *fixer) explain() {
	for i := range f.now.outcome.Findings {
		if finding := &f.now.outcome.Findings[i]; finding.NoFix != "" && f.wants(finding) {
			f.drop(finding, finding.NoFix)
		}
	}
	slices.SortStableFunc(f.dropped, func(a, b DroppedFix) int { return a.Finding.Span.Compare(b.Finding.Span) })
}
