package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

// lintOptions are the flags of lint.
type lintOptions struct {
	*streams
	selection
	format      string
	output      string
	reports     []string
	failOn      string
	color       string
	showSource  bool
	allowEmpty  bool
	quiet       bool
	verbose     bool
	maxFindings int
	baseline    string
	newBaseline string

	files []reportFile // those of --report and --output-file; set by check
}

func newLintCommand(s *streams) *cobra.Command {
	o := &lintOptions{streams: s}
	command := &cobra.Command{
		Use:   "lint [flags] [PATH...]",
		Short: "lint manifests (the default command)",
		Long: `lint checks manifests and reports what is wrong with them. PATH is a file, a folder, or - for standard input;
the default is the working directory. A file given by name filters the report: its folder is still read, since
related resources are usually kept together.

Findings go to standard output, everything else to standard error. The exit code is 0 if no finding is at or above
--fail-on, 1 if one is, 2 if the usage or the configuration is wrong, a file cannot be read or nothing was
checked, and 3 if mxlint itself fails.`,
		Example: `  mxlint ./k8s
  mxlint --fail-on warning --operator-version 2.17.0 ./k8s
  mxlint --only 'keys/*' --disable keys/unknown ./k8s
  mxlint --format github --report sarif=mxlint.sarif ./k8s
  mxlint --write-baseline .mxlint-baseline.yaml ./k8s && mxlint --baseline .mxlint-baseline.yaml ./k8s
  helm template ./chart | mxlint --stdin-filename chart.yaml -`,
		RunE: o.run,
	}
	o.addFlags(command)
	return command
}

func (o *lintOptions) addFlags(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVarP(&o.format, "format", "f", "text", "output `FORMAT`: "+orList(report.Formats()))
	flags.StringVarP(&o.output, "output-file", "o", "", "write findings to a `FILE` instead of standard output")
	flags.StringArrayVar(&o.reports, "report", nil, "write an additional report, as `FORMAT=FILE` (repeatable)")
	flags.StringVar(&o.failOn, "fail-on", "", "the lowest `SEVERITY` that fails the run: "+orList(failOnWords())+" (default error)")
	flags.StringVar(&o.color, "color", "auto", "colours `WHEN`: "+orList(colorWords()))
	flags.BoolVar(&o.showSource, "show-source", false, "show the source line of each finding even when not on a terminal")
	flags.BoolVar(&o.allowEmpty, "allow-empty", false, "do not fail if there is nothing to check")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "do not print the summary")
	flags.BoolVarP(&o.verbose, "verbose", "v", false, "report in detail what was read")
	flags.IntVar(&o.maxFindings, "max-findings", 0, "show at most this `NUMBER` of findings in text (0: all)")
	flags.StringVar(&o.baseline, "baseline", "", "ignore the findings listed in this baseline `FILE`")
	flags.StringVar(&o.newBaseline, "write-baseline", "", "write all findings to a baseline `FILE` and exit 0")
	o.selection.addFlags(flags)
}

func (o *lintOptions) run(command *cobra.Command, paths []string) error {
	if err := checkCommand(command, paths); err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	options, err := o.engineOptions(o.streams, paths)
	if err != nil {
		return err
	}
	if options.Baseline, err = loadBaseline(o.baseline); err != nil {
		return err
	}
	options.Fixes, options.Verbose = true, o.verbose
	outcome, err := engine.Lint(command.Context(), *options)
	if err != nil {
		return err
	}
	if o.verbose {
		o.printReading(outcome)
	}
	for _, file := range o.written() {
		if outcome.Read(file) {
			return fmt.Errorf("%q is one of the linted files: write to another file", file)
		}
	}
	if o.newBaseline != "" {
		return o.makeBaseline(outcome, options)
	}
	if err := o.printResults(outcome, options); err != nil {
		return err
	}
	return verdict(o.streams, outcome, threshold(o.failOn, options.Config), o.allowEmpty)
}

// check rejects invalid flag values before anything is read, and parses those that
// consist of parts.
func (o *lintOptions) check() (err error) {
	if err := choose("--format", o.format, report.Formats()); err != nil {
		return err
	}
	if err := choose("--color", o.color, colorWords()); err != nil {
		return err
	}
	if o.maxFindings < 0 {
		return fmt.Errorf("--max-findings %d: it must be 0 (all) or more", o.maxFindings)
	}
	if o.files, err = o.reportFiles(); err != nil {
		return err
	}
	if err := o.checkWritten(); err != nil {
		return err
	}
	return checkFailOn(o.failOn)
}
