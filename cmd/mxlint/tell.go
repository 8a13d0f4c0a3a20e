package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mattn/go-isatty"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/report"
)

// tell writes the findings in all formats asked for, and the summary.
func (o *lintOptions) tell(outcome *engine.Outcome, options *engine.Options) error {
	context, err := o.reportContext(outcome, options)
	if err != nil {
		return err
	}
	if err := o.writeReports(outcome, context); err != nil {
		return err
	}
	if o.output == "" {
		if err := report.Write(o.out, o.format, &outcome.Result, context); err != nil {
			return err
		}
	}
	return o.tellMore(outcome, context)
}

// writeReports writes those that go to files; their form is checked by now.
func (o *lintOptions) writeReports(outcome *engine.Outcome, context *report.Context) error {
	for _, wanted := range o.reports {
		format, path, _ := strings.Cut(wanted, "=")
		if err := writeReport(format, path, outcome, context); err != nil {
			return err
		}
	}
	if o.output != "" {
		return writeReport(o.format, o.output, outcome, context)
	}
	return nil
}

// tellMore writes what is no result: the summary, notes, and the job summary
// of a CI that asks for one.
func (o *lintOptions) tellMore(outcome *engine.Outcome, context *report.Context) error {
	for _, note := range outcome.Notes {
		fmt.Fprintf(o.err, "note: %s\n", note)
	}
	for _, entry := range outcome.Gone {
		fmt.Fprintf(o.err, "note: the baseline lists %s at %s, which is gone: write it anew\n", entry.Rule, entry.Path)
	}
	if !o.quiet {
		fmt.Fprintln(o.err, report.Summary(&outcome.Result))
	}
	if path := os.Getenv("GITHUB_STEP_SUMMARY"); path != "" && o.format == "github" {
		return appendJobSummary(path, outcome, context)
	}
	return nil
}

func (o *lintOptions) reportContext(outcome *engine.Outcome, options *engine.Options) (*report.Context, error) {
	catalog := outcome.Catalog
	if o.describesRules() {
		var err error
		if catalog, err = engine.Catalog(options, true); err != nil {
			return nil, err
		}
	}
	terminal := isTerminal(o.out) && o.output == ""
	color, err := wantsColor(o.color, terminal)
	if err != nil {
		return nil, err
	}
	folder, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("finding the working directory: %w", err)
	}
	return &report.Context{
		Version: ownVersion(), Catalog: catalog, Color: color, ShowSource: terminal || o.showSource, MaxFindings: o.maxFindings,
		Quiet: false, WorkingDirectory: folder, Repository: repository(folder), Mask: outcome.Mask,
		Source: func(path string) ([]string, bool) {
			if text, ok := outcome.Texts[path]; ok {
				return manifest.SplitLines(text), true
			}
			lines, err := manifest.ReadLines(filepath.FromSlash(path), options.Limits.FileBytes)
			return lines, err == nil
		},
	}, nil
}

// describesRules tells whether some format asked for shows more of the rules
// than their IDs.
func (o *lintOptions) describesRules() bool {
	formats := append([]string{o.format}, o.reports...)
	return slices.ContainsFunc(formats, func(format string) bool {
		name, _, _ := strings.Cut(format, "=")
		return name != "text" && name != "json"
	})
}

// writeReport writes a report to a file at once: a failure leaves the old one.
func writeReport(format, path string, outcome *engine.Outcome, context *report.Context) error {
	plain := *context
	plain.Color = false
	var buffer bytes.Buffer
	if err := report.Write(&buffer, format, &outcome.Result, &plain); err != nil {
		return err
	}
	if err := manifest.ReplaceFile(path, buffer.Bytes()); err != nil {
		return fmt.Errorf("writing report %q: %w", path, err)
	}
	return nil
}

func appendJobSummary(path string, outcome *engine.Outcome, context *report.Context) error {
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("writing the job summary: %w", err)
	}
	defer file.Close()
	if err := report.JobSummary(file, &outcome.Result, context); err != nil {
		return fmt.Errorf("writing the job summary: %w", err)
	}
	return nil
}

// makeBaseline writes the findings to a baseline, and reports to files. A run that
// could not see everything leaves the old file, whose reasons people wrote.
func (o *lintOptions) makeBaseline(outcome *engine.Outcome, options *engine.Options) error {
	if err := o.verdict(outcome, lint.Off); err != nil {
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

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(file.Fd()) || isatty.IsCygwinTerminal(file.Fd()))
}

// wantsColor decides on colours: the flag, then NO_COLOR and FORCE_COLOR, then
// whether a person looks.
func wantsColor(flag string, terminal bool) (bool, error) {
	switch flag {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
	default:
		return false, fmt.Errorf("--color %q: it is one of auto, always, never", flag)
	}
	switch {
	case os.Getenv("NO_COLOR") != "":
		return false, nil
	case os.Getenv("FORCE_COLOR") != "" && os.Getenv("FORCE_COLOR") != "0":
		return true, nil
	}
	return terminal && os.Getenv("TERM") != "dumb", nil
}

// repository is the root of what a CI checked out, which its annotations are
// relative to: as the CI says, else the folder above that holds .git.
func repository(folder string) string {
	if workspace := os.Getenv("GITHUB_WORKSPACE"); workspace != "" {
		return workspace
	}
	for at := folder; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return folder
		}
	}
}

func joined(words []string) string { return strings.Join(words, ", ") }
