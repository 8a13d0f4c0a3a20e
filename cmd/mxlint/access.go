package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

func newAccessCommand(s *streams) *cobra.Command {
	var selected selection
	var format, environment string
	command := &cobra.Command{
		Use:   "access [flags] [PATH...]",
		Short: "write the least access that each environment needs in Vault, AWS or Azure",
		Long: `access works out from the manifests what each environment reads from its store, and writes the least access
that lets it, ready to apply: a Vault policy and role command; an IAM policy and trust policy; a federated credential
and role assignments. What the manifests do not show stays a placeholder such as <account-id>, explained at the end.`,
		Example: `  mxlint access ./k8s
  mxlint access --environment shop/orders --format hcl ./k8s | vault policy write orders -
  mxlint access --format json ./k8s | jq -r '.environments[].aws.policy'`,
		RunE: func(command *cobra.Command, paths []string) error {
			if err := choose("--format", format, report.AccessFormats()); err != nil {
				return err
			}
			in, outcome, err := selected.inspect(command, s, paths)
			if err != nil {
				return err
			}
			status := inspected(s, false, outcome)
			if status != nil && len(in.Environments) == 0 {
				return status
			}
			grants, notes, err := engine.Grants(in.Environments, environment)
			if err != nil {
				return err
			}
			for _, note := range notes {
				fmt.Fprintf(s.err, "note: %s\n", note)
			}
			if err := report.Access(s.out, format, grants); err != nil {
				return err
			}
			if status == nil && len(grants) == 0 {
				return errors.New("there is no environment to write the access of")
			}
			return status
		},
	}
	command.Flags().StringVarP(&format, "format", "f", "text", "text, json or hcl (the Vault policies alone)")
	command.Flags().StringVarP(&environment, "environment", "e", "", "only this environment: NAME or NAMESPACE/NAME")
	selected.addReadFlags(command.Flags())
	return command
}
