package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/lint"
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
			options, err := selected.engineOptions(s, nil)
			if err != nil {
				return err
			}
			catalog, err := engine.Catalog(options, true)
			if err != nil {
				return err
			}
			switch format {
			case "text":
				return writeRulesText(s, catalog)
			case "json":
				return writeRulesJSON(s, catalog)
			case "markdown":
				_, err := fmt.Fprint(s.out, report.RulesMarkdown(catalog))
				return err
			}
			return choose("--format", format, formatWords("rules"))
		},
	}
	command.Flags().StringVarP(&format, "format", "f", "text", "text, json or markdown")
	command.Flags().StringArrayVar(&selected.policies, "policy", nil, "a folder of custom policies (repeatable)")
	command.Flags().StringVarP(&selected.config, "config", "c", "", "the configuration file")
	return command
}

func writeRulesText(s *streams, catalog *lint.Catalog) error {
	table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	for _, rule := range catalog.Rules() {
		fix := ""
		switch {
		case rule.Unsafe:
			fix = "unsafe fix"
		case rule.Fixable:
			fix = "fix"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", rule.ID, rule.Severity, fix, rule.Title)
	}
	return table.Flush()
}

// ruleJSON is a rule as the JSON contract names it.
type ruleJSON struct {
	ID          string   `json:"id"`
	Category    string   `json:"category"`
	Severity    string   `json:"severity"`
	Title       string   `json:"title"`
	Description string   `json:"description"`
	Since       string   `json:"since"`
	Fixable     bool     `json:"fixable"`
	Unsafe      bool     `json:"unsafe"`
	Providers   []string `json:"providers"`
	Sources     []string `json:"sources"`
}

func writeRulesJSON(s *streams, catalog *lint.Catalog) error {
	out := struct {
		SchemaVersion int        `json:"schemaVersion"`
		Rules         []ruleJSON `json:"rules"`
	}{SchemaVersion: 1, Rules: []ruleJSON{}}
	for _, rule := range catalog.Rules() {
		out.Rules = append(out.Rules, ruleJSON{
			ID: rule.ID, Category: rule.Category(), Severity: rule.Severity.String(), Title: rule.Title,
			Description: rule.Description, Since: rule.Since, Fixable: rule.Fixable, Unsafe: rule.Unsafe,
			Providers: append([]string{}, rule.Providers...), Sources: append([]string{}, rule.Sources...),
		})
	}
	encoder := json.NewEncoder(s.out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

func newExplainCommand(s *streams) *cobra.Command {
	var selected selection
	var color string
	command := &cobra.Command{
		Use:               "explain RULE",
		Short:             "explain a rule: what happens on the cluster, what is wrong and what is right",
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
	command.Flags().StringVar(&color, "color", "auto", "colours: auto, always or never")
	command.Flags().StringArrayVar(&selected.policies, "policy", nil, "a folder of custom policies (repeatable)")
	command.Flags().StringVarP(&selected.config, "config", "c", "", "the configuration file")
	return command
}
