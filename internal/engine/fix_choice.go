package engine

import (
	"slices"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// eligible are the findings whose fixes may be made.
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

// certainFirst are the fixes that rest on no guess, while there are some: what is
// guessed follows the pattern of its surroundings, so these are mended first.
func certainFirst(findings []*lint.Finding) []*lint.Finding {
	certain := slices.DeleteFunc(slices.Clone(findings), func(f *lint.Finding) bool { return f.Fix.Unsafe })
	if len(certain) > 0 {
		return certain
	}
	return findings
}

// wants tells whether a finding is one that is to be mended.
func (f *fixer) wants(finding *lint.Finding) bool {
	return finding.Suppressed == nil && f.chooses(finding.Rule)
}

// chooses tells whether the findings of a rule are to be mended.
func (o *FixOptions) chooses(rule string) bool {
	return len(o.Only) == 0 || slices.ContainsFunc(o.Only, func(glob string) bool { return matchesRule(glob, rule) })
}

// apart are those fixes, the first ones first, whose edits do not meet. Such as
// touch wait for the next round too: of two insertions at one place the second
// has to know of the first.
func apart(findings []*lint.Finding) []*lint.Finding {
	taken := make(map[string][]manifest.Span)
	var chosen []*lint.Finding
	for _, finding := range findings {
		meets := slices.ContainsFunc(finding.Fix.Edits, func(edit manifest.Edit) bool {
			return slices.ContainsFunc(taken[edit.Span.Path], func(other manifest.Span) bool { return meet(edit.Span, other) })
		})
		if meets {
			continue
		}
		for _, edit := range finding.Fix.Edits {
			taken[edit.Span.Path] = append(taken[edit.Span.Path], edit.Span)
		}
		chosen = append(chosen, finding)
	}
	return chosen
}

func meet(a, b manifest.Span) bool {
	return a.Start.Compare(b.End) <= 0 && b.Start.Compare(a.End) <= 0
}

// explain tells of the findings that are left why their fixes are not offered.
func (f *fixer) explain() {
	for i := range f.now.outcome.Findings {
		if finding := &f.now.outcome.Findings[i]; finding.NoFix != "" && f.wants(finding) {
			f.drop(finding, finding.NoFix)
		}
	}
	slices.SortStableFunc(f.dropped, func(a, b DroppedFix) int { return a.Finding.Span.Compare(b.Finding.Span) })
}
