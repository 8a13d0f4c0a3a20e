package main

import (
	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

func newSuppressionsCommand(s *streams) *cobra.Command {
	var selected selection
	var format, color, baseline string
	var allowEmpty bool
	command := &cobra.Command{
		Use:   "suppressions [flags] [PATH...]",
		Short: "list everything that suppresses findings, with its reason and whether it is used",
		Long: `suppressions lists the comments and annotations that ignore rules, the rules that the configuration turns off,
and with --baseline the entries of a baseline: each with its rule, place, kind and reason, and whether it suppressed
any finding.`,
		Example: `  mxlint suppressions ./k8s
  mxlint suppressions --format json ./k8s | jq '.suppressions[] | select(.used | not)'`,
		RunE: func(command *cobra.Command, paths []string) error {
			if err := choose("--format", format, report.InspectFormats()); err != nil {
				return err
			}
			colored, err := wantsColor(color, isTerminal(s.out))
			if err != nil {
				return err
			}
			options, err := selected.engineOptions(s, paths)
			if err != nil {
				return err
			}
			if options.Baseline, err = loadBaseline(baseline); err != nil {
				return err
			}
			outcome, err := engine.Lint(command.Context(), *options)
			if err != nil {
				return err
			}
			if err := report.Suppressions(s.out, format, engine.Suppressions(outcome, options), colored); err != nil {
				return err
			}
			return printErrors(s, allowEmpty, outcome)
		},
	}
	command.Flags().StringVarP(&format, "format", "f", "text", "output `FORMAT`: "+orList(report.InspectFormats()))
	command.Flags().StringVar(&color, "color", "auto", "colours `WHEN`: "+orList(colorWords()))
	command.Flags().StringVar(&baseline, "baseline", "", "also list the entries of this baseline `FILE`")
	command.Flags().BoolVar(&allowEmpty, "allow-empty", false, "do not fail if there is nothing to check")
	selected.addFlags(command.Flags())
	return command
}
