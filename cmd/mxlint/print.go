package main

import (
	"errors"
	"fmt"
	"os"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

// printResults writes the findings in all requested formats, and the summary.
func (o *lintOptions) printResults(outcome *engine.Outcome, options *engine.Options) error {
	context, err := o.reportContext(outcome, options)
	if err != nil {
		return err
	}
	// If a report cannot be written, the findings are still shown.
	failed := o.writeReports(outcome, context)
	if o.toStandardOutput() {
		if err := report.Write(o.out, o.format, &outcome.Result, context); err != nil {
			return errors.Join(failed, err)
		}
	}
	return errors.Join(failed, o.printSummary(outcome, context))
}

// writeReports writes the reports that go to files.
func (o *lintOptions) writeReports(outcome *engine.Outcome, context *report.Context) error {
	var failed []error
	for _, file := range o.files {
		failed = append(failed, file.write(outcome, context))
	}
	return errors.Join(failed...)
}

// printSummary writes everything besides the results: the summary, notes, and the job
// summary for a CI that asks for one.
func (o *lintOptions) printSummary(outcome *engine.Outcome, context *report.Context) error {
	for _, note := range outcome.Notes {
		fmt.Fprintf(o.err, "note: %s\n", note)
	}
	for _, entry := range outcome.Gone {
		fmt.Fprintf(o.err, "note: the baseline lists %s at %s, which is gone: rewrite the baseline\n", entry.Rule, entry.Path)
	}
	if !o.quiet && (outcome.Files > 0 || len(outcome.Errors) == 0) {
		fmt.Fprintln(o.err, report.Summary(&outcome.Result))
	}
	if path := os.Getenv("GITHUB_STEP_SUMMARY"); path != "" && o.format == "github" {
		return appendJobSummary(path, outcome, context)
	}
	return nil
}

func appendJobSummary(path string, outcome *engine.Outcome, context *report.Context) error {
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("writing the job summary: %w", err)
	}
	if err := errors.Join(report.JobSummary(file, &outcome.Result, context), file.Close()); err != nil {
		return fmt.Errorf("writing the job summary: %w", err)
	}
	return nil
}
