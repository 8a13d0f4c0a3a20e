package engine

import (
	"context"
	"fmt"
	"slices"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// settle decides what is told: severities of the configuration, ignores and
// what is wrong with them, the baseline; and puts the findings in order.
func (r *run) settle(ctx context.Context) error {
	r.findings = r.told(r.findings)
	ignores := config.NewIgnores(r.ignores())
	ignores.Apply(r.findings)
	r.findings = mergeDeployments(r.findings)
	facts := slices.DeleteFunc(ignores.Facts(r.knownRule, r.ran), r.elsewhere())
	about, err := r.judgeIgnores(ctx, facts)
	if err != nil {
		return err
	}
	about = r.told(about)
	ignores.Apply(about)
	r.findings = append(r.findings, about...)
	r.outcome.Ignores = slices.DeleteFunc(ignores.Facts(r.knownRule, r.ran), r.elsewhere())
	order(r.findings)
	number(r.findings)
	if r.Baseline != nil {
		r.Baseline.Apply(r.findings)
		r.outcome.Gone = r.Baseline.Gone(r.runs)
	}
	slices.Sort(r.outcome.Notes)
	withoutFixesElsewhere(r.findings, slices.Concat(r.files, r.consumed))
	r.outcome.files, r.outcome.whole = slices.Concat(r.files, r.consumed), slices.Clone(r.findings)
	r.outcome.Findings = slices.DeleteFunc(r.findings, func(f lint.Finding) bool { return !r.asked(&f) })
	r.outcome.Mask = newMasker(r.files, r.consumed).Mask
	r.outcome.Checked = r.outcome.Environments > 0 || slices.ContainsFunc(r.outcome.Findings, func(f lint.Finding) bool { return f.Rule == "manifest/syntax" })
	return nil
}

// withoutFixesElsewhere leaves out the fixes of files that were not given, such
// as a base of the only overlay that was: others may use it too.
func withoutFixesElsewhere(findings []lint.Finding, given []*manifest.File) {
	paths := make(map[string]bool, len(given))
	for _, file := range given {
		paths[file.Path] = true
	}
	for i := range findings {
		if f := &findings[i]; f.Fix != nil && !paths[f.Span.Path] {
			f.Fix, f.NoFix = nil, fmt.Sprintf("%q is not among the files that were given: give its folder too", f.Span.Path)
		}
	}
}

// asked tells whether a finding is about a file that was asked for: it stands
// there, or names it as what is missing, since no kustomization lists it.
func (r *run) asked(f *lint.Finding) bool {
	return r.focus.holds(f.Span.Path) || slices.ContainsFunc(f.Related, func(related lint.Note) bool {
		return r.focus.files[related.Span.Path] && slices.ContainsFunc(r.unlisted, func(u link.Unlisted) bool { return u.File.Path == related.Span.Path })
	})
}

// told returns the findings that are told, with their settled severities.
func (r *run) told(findings []lint.Finding) []lint.Finding {
	told := findings[:0]
	for i := range findings {
		if r.tells(&findings[i]) {
			told = append(told, findings[i])
		}
	}
	return told
}

// tells settles the severity of a finding, and whether it is told at all.
func (r *run) tells(f *lint.Finding) bool {
	if !r.runs(f.Rule) {
		return false
	}
	if r.Config == nil {
		return true
	}
	if !r.Config.Settle(f, r.outcome.Catalog.Rule(f.Rule).Severity) && !r.enabled(f.Rule) {
		r.outcome.Off = append(r.outcome.Off, *f)
		return false
	}
	return true
}
