package engine

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// settle decides what is reported: it applies the severities of the configuration, the
// ignores and the findings about them, and the baseline, and sorts the findings.
func (r *run) settle(ctx context.Context) error {
	r.findings = r.reported(r.findings)
	sources, given := r.sources(), r.given()
	elsewhere := func(fact config.IgnoreFact) bool { return !fact.Used && !given[fact.Span.Path] }
	ignores := config.NewIgnores(r.ignores(sources))
	doubts := sync.OnceValue(func() *doubts { return r.doubts(sources) })
	ignores.Apply(r.findings)
	leaveForOthers(r.findings, r.outcome.Off)
	r.findings = mergeDeployments(r.findings, r.sourceNames())
	// Ignores of rules about ignores apply to what came of the other ignores.
	for _, last := range []bool{false, true} {
		facts := slices.DeleteFunc(r.ignoreFacts(ignores, doubts), func(fact config.IgnoreFact) bool {
			return strings.HasPrefix(fact.Rule, "mxlint/") != last || elsewhere(fact)
		})
		about, err := r.judgeIgnores(ctx, facts)
		if err != nil {
			return err
		}
		about = r.reported(about)
		ignores.Apply(about)
		r.findings = append(r.findings, about...)
	}
	r.outcome.Ignores = slices.DeleteFunc(r.ignoreFacts(ignores, doubts), elsewhere)
	order(r.findings)
	number(r.findings)
	if r.Baseline != nil {
		read := make(map[string]bool, len(sources))
		for _, file := range sources {
			read[file.Path] = true
		}
		r.Baseline.Apply(r.findings)
		r.outcome.Gone = r.Baseline.Unmatched(func(entry *config.Entry) bool {
			return r.runs(entry.Rule) && (r.focus.names(entry.Path) || read[entry.Path]) && !r.excluded(entry.Path)
		})
	}
	slices.Sort(r.outcome.Notes)
	withoutFixesElsewhere(r.findings, given)
	r.outcome.inputs = r.ownInputs(sources)
	r.outcome.files, r.outcome.whole = sources, slices.Clone(r.findings)
	r.outcome.Findings = slices.DeleteFunc(r.findings, func(f lint.Finding) bool { return !r.asked(&f) })
	r.outcome.Mask = newMasker(sources).Mask
	r.outcome.Checked = r.outcome.Environments > 0 || slices.ContainsFunc(r.outcome.Findings, func(f lint.Finding) bool { return f.Rule == "manifest/syntax" })
	return nil
}

// given returns the paths of the files that were given, whether or not they name what
// is ours. An unused ignore elsewhere is not reported: other overlays may use it.
func (r *run) given() map[string]bool {
	given := map[string]bool{r.stdin(): true}
	for _, name := range r.found.files {
		given[name] = true
	}
	return given
}

// leaveForOthers removes the fix of a finding that an overlay shares with another one
// that turns it off or ignores it: there, the source is right as it is.
func leaveForOthers(findings, off []lint.Finding) {
	type place struct {
		rule, subject string
		span          manifest.Span
	}
	kept := make(map[place][]string) // the deployments
	keep := func(f *lint.Finding) {
		if f.Deployment != "" {
			at := place{f.Rule, f.Subject, f.Span}
			kept[at] = append(kept[at], f.Deployment)
		}
	}
	for i := range off {
		keep(&off[i])
	}
	for i := range findings {
		if findings[i].Suppressed != nil {
			keep(&findings[i])
		}
	}
	for i := range findings {
		f := &findings[i]
		if f.Suppressed != nil || f.Fix == nil {
			continue
		}
		others := kept[place{f.Rule, f.Subject, f.Span}]
		if at := slices.IndexFunc(others, func(other string) bool { return other != f.Deployment }); at >= 0 {
			f.Fix, f.NoFix = nil, fmt.Sprintf("%q keeps it as it is: fix it in a patch of %q", others[at], f.Deployment)
		}
	}
}

// withoutFixesElsewhere removes the fixes of files that were not given, such as the
// base if only one overlay was: others may use it too.
func withoutFixesElsewhere(findings []lint.Finding, given map[string]bool) {
	for i := range findings {
		if f := &findings[i]; f.Fix != nil && !given[f.Span.Path] {
			f.Fix, f.NoFix = nil, fmt.Sprintf("%q is not among the files that were given: give its folder too", f.Span.Path)
		}
	}
}

// asked reports whether a finding is about a file that was asked for: it is in it, or
// names it as what is missing because no kustomization lists it.
func (r *run) asked(f *lint.Finding) bool {
	return r.focus.holds(f.Span.Path) || slices.ContainsFunc(f.Related, func(related lint.Note) bool {
		return r.focus.files[related.Span.Path] && slices.ContainsFunc(r.unlisted, func(u link.Unlisted) bool { return u.File.Path == related.Span.Path })
	})
}

// reported returns the findings that are reported, with their settled severities.
func (r *run) reported(findings []lint.Finding) []lint.Finding {
	kept := findings[:0]
	for i := range findings {
		if r.keeps(&findings[i]) {
			kept = append(kept, findings[i])
		}
	}
	return kept
}

// keeps settles the severity of a finding, and reports whether it is kept at all.
func (r *run) keeps(f *lint.Finding) bool {
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
