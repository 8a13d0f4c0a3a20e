package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/report"
)

// accessOptions are the flags of access.
type accessOptions struct {
	*streams
	selection
	format      string
	environment string
	allowEmpty  bool
}

func newAccessCommand(s *streams) *cobra.Command {
	o := &accessOptions{streams: s}
	command := &cobra.Command{
		Use:   "access [flags] [PATH...]",
		Short: "write the minimum access that each environment needs in Vault, AWS or Azure",
		Long: `access works out from the manifests what each environment reads from its store, and writes the minimum access
for it, ready to apply: a Vault policy and role command; an IAM policy and trust policy; a federated credential
and role assignments. What the manifests do not show stays a placeholder such as <account-id>, explained at the end.`,
		Example: `  mxlint access ./k8s
  mxlint access --environment shop/orders --format hcl ./k8s | vault policy write orders -
  mxlint access --format json ./k8s | jq -r '.environments[].aws.policy'`,
		RunE: o.run,
	}
	command.Flags().StringVarP(&o.format, "format", "f", "text", "output `FORMAT`: "+orList(report.AccessFormats())+" (the Vault policies alone)")
	command.Flags().StringVarP(&o.environment, "environment", "e", "", "only this `ENVIRONMENT`: NAME or NAMESPACE/NAME")
	command.Flags().BoolVar(&o.allowEmpty, "allow-empty", false, "do not fail if nothing is found")
	o.addReadFlags(command.Flags())
	return command
}

func (o *accessOptions) run(command *cobra.Command, paths []string) error {
	if err := choose("--format", o.format, report.AccessFormats()); err != nil {
		return err
	}
	in, outcome, err := o.inspect(command, o.streams, paths)
	if err != nil {
		return err
	}
	status := printErrors(o.streams, o.allowEmpty, outcome)
	grants, notes, err := engine.Grants(in.Environments, o.environment)
	if err != nil {
		return err
	}
	for _, note := range append(unread(in.Others), notes...) {
		fmt.Fprintf(o.err, "note: %s\n", note)
	}
	if o.format == "hcl" {
		grants = vaultOnly(o.streams, grants)
	}
	if err := report.Access(o.out, o.format, grants); err != nil {
		return err
	}
	if status == nil && len(grants) == 0 && len(in.Environments) > 0 {
		return errors.New("there is no environment to write access for")
	}
	return status
}

// vaultOnly returns the grants that have a Vault policy, and notes which have none, and
// what the policies do not contain.
func vaultOnly(s *streams, grants []access.Grants) []access.Grants {
	return slices.DeleteFunc(grants, func(g access.Grants) bool {
		for _, omission := range g.LeftOut {
			fmt.Fprintf(s.err, "note: environment %q reads %q as well, which is left out: %s\n", g.Environment, omission.Text, omission.Reason)
		}
		if g.HCL() != "" {
			return false
		}
		if g.Vault != nil && g.Vault.WrittenFor != "" {
			return true
		}
		fmt.Fprintf(s.err, "note: environment %q has no Vault policy: leave out --format hcl\n", g.Environment)
		return true
	})
}

// unread returns notes on what could not be read, and may contain further environments.
func unread(subjects []*link.Subject) (notes []string) {
	for _, subject := range subjects {
		for i := range subject.Broken {
			broken := &subject.Broken[i]
			notes = append(notes, fmt.Sprintf("%s:%d:%d: left out: %s", broken.Path, broken.Line, broken.Column, broken.Message))
		}
	}
	return notes
}
