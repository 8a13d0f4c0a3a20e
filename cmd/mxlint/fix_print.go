package main

import (
	"errors"
	"fmt"
	"slices"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/report"
)

// writeChanges shows the changes, or writes them; standard input goes to standard
// output. failed is the number of files that could not be written.
func (o *fixOptions) writeChanges(outcome *engine.FixOutcome, colored bool) (failed int, err error) {
	if outcome.Stdin != nil && !o.check {
		if _, err := o.out.Write(outcome.Stdin); err != nil {
			return 0, err
		}
	}
	for i := range outcome.Files {
		switch file := &outcome.Files[i]; {
		case file.Stdin && !o.check:
		case o.write:
			if err := file.Write(); err != nil {
				fmt.Fprintf(o.err, "mxlint: %v\n", err)
				failed++
			}
		default:
			if err := report.Diff(o.out, outcome.Diff(file), colored); err != nil {
				return failed, err
			}
		}
	}
	return failed, nil
}

// printSummary reports the result on standard error.
func (o *fixOptions) printSummary(outcome *engine.FixOutcome, failed int) {
	for _, note := range outcome.Before.Notes {
		fmt.Fprintf(o.err, "note: %s\n", note)
	}
	if o.verbose {
		for i := range outcome.Applied {
			fmt.Fprintln(o.err, report.AppliedFix(&outcome.Applied[i]))
		}
	}
	for i := range outcome.Dropped {
		fmt.Fprintln(o.err, report.DroppedFix(&outcome.Dropped[i].Finding, outcome.Dropped[i].Reason))
	}
	if o.quiet || !outcome.Before.Checked && len(outcome.Before.Errors) > 0 {
		return
	}
	left := outcome.Left()
	fmt.Fprintln(o.err, report.FixSummary(report.FixCounts{
		Fixes: len(outcome.Applied), Files: len(outcome.Files), Written: (o.write || outcome.Stdin != nil && !o.check) && failed == 0,
		Unsafe: outcome.Guesses(), Left: left.Summary(),
	}))
}

// verdict converts the outcome to the exit code.
func (o *fixOptions) verdict(outcome *engine.FixOutcome, threshold lint.Severity, failed int) error {
	if o.check {
		threshold = lint.Off
	}
	left := *outcome.After
	left.Findings = outcome.Left().Findings
	err := verdict(o.streams, &left, threshold, o.allowEmpty)
	shown := !o.write && slices.ContainsFunc(outcome.Files, func(f engine.FixedFile) bool { return o.check || !f.Stdin })
	var exit *exitError
	switch {
	case errors.As(err, &exit) && exit.code != exitFindings:
		return err
	case failed > 0:
		return &exitError{code: exitUsage}
	case shown:
		return &exitError{code: exitFindings}
	}
	return err
}
