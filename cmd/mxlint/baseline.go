package main

import (
	"fmt"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/report"
)

// makeBaseline writes the findings to a baseline, and reports to files. A run that
// could not see everything leaves the old file, which contains reasons that people
// wrote.
func (o *lintOptions) makeBaseline(outcome *engine.Outcome, options *engine.Options) error {
	if err := verdict(o.streams, outcome, lint.Off, o.allowEmpty); err != nil {
		return err
	}
	context, err := o.reportContext(outcome, options)
	if err != nil {
		return err
	}
	if err := o.writeReports(outcome, context); err != nil {
		return err
	}
	if err := config.WriteBaseline(o.newBaseline, outcome.Findings); err != nil {
		return err
	}
	if !o.quiet {
		fmt.Fprintf(o.err, "%s written to %s\n", report.Count(len(outcome.Findings), "finding"), o.newBaseline)
	}
	return nil
}

func loadBaseline(path string) (*config.Baseline, error) {
	if path == "" {
		return nil, nil
	}
	return config.LoadBaseline(path)
}
