package engine

import (
	"slices"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/lint"
)

// Suppressions lists everything that silences findings, and whether it did so in the
// run: what the configuration switches off, the ignores in the files by place, and the
// entries of the baseline.
func Suppressions(outcome *Outcome, options *Options) []lint.Suppressor {
	var list []lint.Suppressor
	if options.Config != nil {
		for _, silenced := range options.Config.Silenced() {
			used := slices.ContainsFunc(outcome.Off, func(f lint.Finding) bool { return silenced.Applies(options.Config, &f) })
			list = append(list, lint.Suppressor{
				Rule: silenced.Rule, Kind: lint.ByConfiguration, Path: silenced.Span.Path, Line: silenced.Span.Start.Line,
				Column: silenced.Span.Start.Column, Reason: silenced.Reason, Used: used, State: suppressorState(used, true, true),
			})
		}
	}
	for i := range outcome.Ignores {
		f := &outcome.Ignores[i]
		list = append(list, lint.Suppressor{
			Rule: f.Rule, Kind: f.Kind, Path: f.Span.Path, Line: f.Span.Start.Line, Column: f.Span.Start.Column,
			Reason: f.Reason, Used: f.Used, State: suppressorState(f.Used, f.Known, f.Ran),
		})
	}
	return append(list, baselined(outcome, options)...)
}

func baselined(outcome *Outcome, options *Options) []lint.Suppressor {
	if options.Baseline == nil {
		return nil
	}
	gone := make(map[config.Entry]bool, len(outcome.Gone))
	for _, entry := range outcome.Gone {
		gone[entry] = true
	}
	var list []lint.Suppressor
	for _, entry := range options.Baseline.Entries {
		used := options.Baseline.Matched(&entry)
		list = append(list, lint.Suppressor{
			Rule: entry.Rule, Kind: lint.ByBaseline, Path: entry.Path, Reason: entry.Reason, Used: used,
			State: suppressorState(used, outcome.Catalog.Rule(entry.Rule) != nil, used || gone[entry]),
		})
	}
	return list
}

func suppressorState(used, known, ran bool) lint.SuppressorState {
	switch {
	case !known:
		return lint.SuppressorUnknownRule
	case used:
		return lint.SuppressorUsed
	case !ran:
		return lint.SuppressorNotChecked
	}
	return lint.SuppressorUnused
}
