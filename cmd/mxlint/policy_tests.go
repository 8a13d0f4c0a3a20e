package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/internal/report"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

const policyTimeoutHelp = "time limit of custom policies for one environment, a `DURATION` such as 30s"

func newPolicyTestCommand(s *streams) *cobra.Command {
	var selected selection
	command := &cobra.Command{
		Use:     "test [DIR...]",
		Short:   "run the Rego unit tests of policies, and check rules against their pages",
		Long:    "Without a DIR, the folders under `policies:` in the configuration are tested. Examples in rule pages are linted in a temporary folder.",
		Example: "  mxlint policy test policies",
		RunE: func(command *cobra.Command, folders []string) error {
			selected.policies = folders
			options, err := selected.policyOptions()
			if err != nil {
				return err
			}
			tests, err := engine.TestPolicies(command.Context(), *options)
			if err != nil {
				return err
			}
			return printPolicyTests(s, tests)
		},
	}
	selected.flags = command.Flags()
	command.Flags().StringVarP(&selected.config, "config", "c", "", "the configuration file")
	command.Flags().DurationVar(&selected.policyTimeout, "policy-timeout", policy.DefaultTime, policyTimeoutHelp)
	return command
}

// policyOptions returns the options of `policy test`. The configuration is only used
// for the folders that it names, and its rules are not checked: it may contain the very
// policy that does not compile.
func (s *selection) policyOptions() (*engine.Options, error) {
	o := &engine.Options{
		Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS,
		PolicyLimits: policy.Limits{Time: s.policyTimeout},
	}
	if err := s.checkValues(); err != nil {
		return nil, err
	}
	var c *config.Config
	var err error
	if len(s.policies) == 0 {
		if c, err = s.loadConfig(nil); err != nil {
			return nil, err
		}
		if c == nil || len(c.Policies) == 0 {
			return nil, errors.New("nothing to test: name a policy folder, or list some under `policies:` in the configuration")
		}
	}
	o.Custom, err = policyFolders(s.policies, c)
	return o, err
}

// printPolicyTests writes what failed, and a summary.
func printPolicyTests(s *streams, tests *engine.PolicyTests) error {
	skipped, without := 0, 0
	for _, unit := range tests.Units {
		if unit.Skipped {
			skipped++
		}
		if unit.Failure != "" {
			fmt.Fprintf(s.out, "%s:%d: %s: %s\n", unit.File, unit.Line, unit.Name, unit.Failure)
		}
	}
	for _, page := range tests.Pages {
		if page.Missing {
			without++
			fmt.Fprintf(s.err, "note: the rule %q has no rule.md: nothing explains it\n", page.Rule)
		}
		for _, departure := range page.Departures {
			fmt.Fprintf(s.out, "%s/rule.md: %s\n", page.Rule, departure)
		}
	}
	failures := tests.Failures()
	fmt.Fprintf(s.out, "%s, %s: %d failed, %d skipped\n", report.Count(len(tests.Units), "unit test"), report.Count(len(tests.Pages)-without, "page"), failures, skipped)
	if failures > 0 {
		return &exitError{code: exitUsage}
	}
	return nil
}
