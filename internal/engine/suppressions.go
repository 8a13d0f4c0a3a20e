package engine

import (
	"slices"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/report"
)

// Suppressions lists everything that silences findings, and whether it did in
// the run: what the configuration switches off, the ignores in the files by
// place, the entries of the baseline.
func Suppressions(outcome *Outcome, options *Options) []report.Suppression {
	var list []report.Suppression
	if options.Config != nil {
		for _, silenced := range options.Config.Silenced() {
			used := slices.ContainsFunc(outcome.Off, func(f lint.Finding) bool { return silenced.Holds(options.Config, &f) })
			list = append(list, report.Suppression{
				Rule: silenced.Rule, Kind: lint.ByConfiguration, Path: silenced.Span.Path, Line: silenced.Span.Start.Line,
				Column: silenced.Span.Start.Column, Reason: silenced.Reason, Used: used, State: suppressionState(used, true, true),
			})
		}
	}
	for i := range outcome.Ignores {
		f := &outcome.Ignores[i]
		list = append(list, report.Suppression{
			Rule: f.Rule, Kind: f.Kind, Path: f.Span.Path, Line: f.Span.Start.Line, Column: f.Span.Start.Column,
			Reason: f.Reason, Used: f.Used, State: suppressionState(f.Used, f.Known, f.Ran),
		})
	}
	return append(list, baselined(outcome, options)...)
}

func baselined(outcome *Outcome, options *Options) []report.Suppression {
	if options.Baseline == nil {
		return nil
	}
	gone := make(map[config.Entry]bool, len(outcome.Gone))
	for _, entry := range outcome.Gone {
		gone[entry] = true
	}
	var list []report.Suppression
	for _, entry := range options.Baseline.Entries {
		used := options.Baseline.Holds(&entry)
		list = append(list, report.Suppression{
			Rule: entry.Rule, Kind: lint.ByBaseline, Path: entry.Path, Reason: entry.Reason, Used: used,
			State: suppressionState(used, outcome.Catalog.Rule(entry.Rule) != nil, used || gone[entry]),
		})
	}
	return list
}

func suppressionState(used, known, ran bool) report.SuppressionState {
	switch {
	case !known:
		return report.SuppressionUnknownRule
	case used:
		return report.SuppressionUsed
	case !ran:
		return report.SuppressionNotChecked
	}
	return report.SuppressionUnused
}
