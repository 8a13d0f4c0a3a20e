package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

func newRulesCommand(s *streams) *cobra.Command {
	var selected selection
	var format string
	command := &cobra.Command{
		Use:     "rules",
		Short:   "list all rules",
		Example: "  mxlint rules --format markdown",
		Args:    arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if err := choose("--format", format, report.RulesFormats()); err != nil {
				return err
			}
			options, err := selected.engineOptions(s, nil)
			if err != nil {
				return err
			}
			catalog, err := engine.Catalog(options, true)
			if err != nil {
				return err
			}
			return report.Rules(s.out, format, catalog)
		},
	}
	command.Flags().StringVarP(&format, "format", "f", "text", "output `FORMAT`: "+orList(report.RulesFormats()))
	command.Flags().StringArrayVar(&selected.policies, "policy", nil, "a `FOLDER` of custom policies (repeatable)")
	command.Flags().StringVarP(&selected.config, "config", "c", "", "the configuration `FILE`")
	return command
}

func newExplainCommand(s *streams) *cobra.Command {
	var selected selection
	var color string
	command := &cobra.Command{
		Use:               "explain RULE",
		Short:             "explain a rule: what happens on the cluster, a bad and a good example, the fix",
		Example:           "  mxlint explain vault/kv2-data-path",
		Args:              arguments(1, 1, "one RULE"),
		ValidArgsFunction: completeRule(s),
		RunE: func(_ *cobra.Command, args []string) error {
			options, err := selected.engineOptions(s, nil)
			if err != nil {
				return err
			}
			catalog, err := engine.Catalog(options, true)
			if err != nil {
				return err
			}
			rule := catalog.Rule(strings.TrimSpace(args[0]))
			if rule == nil {
				if nearest := catalog.Nearest(args[0]); nearest != "" {
					return fmt.Errorf("there is no rule %q; did you mean %q?", args[0], nearest)
				}
				return fmt.Errorf("there is no rule %q; `mxlint rules` lists them", args[0])
			}
			colored, err := wantsColor(color, isTerminal(s.out))
			if err != nil {
				return err
			}
			return report.Explain(s.out, rule, colored)
		},
	}
	command.Flags().StringVar(&color, "color", "auto", "colours `WHEN`: "+orList(colorWords()))
	command.Flags().StringArrayVar(&selected.policies, "policy", nil, "a `FOLDER` of custom policies (repeatable)")
	command.Flags().StringVarP(&selected.config, "config", "c", "", "the configuration `FILE`")
	return command
}
