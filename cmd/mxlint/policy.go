package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/atomicfile"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/internal/scaffold"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
)

func newPolicyCommand(s *streams) *cobra.Command {
	command := &cobra.Command{
		Use:   "policy",
		Short: "write, test and export policies",
		Long: `Custom policies are rules of your own, in Rego, that work like the built-in ones in every respect.
A rule is a folder <category>/<name>/ with rule.rego, which decides, rule.md, which explains it and is
run as its test, and rule_test.rego with unit tests.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return fmt.Errorf("policy needs a subcommand: %s", joined([]string{"new", "test", "bundle"}))
		},
	}
	command.AddCommand(newPolicyNewCommand(s), newPolicyTestCommand(s), newPolicyBundleCommand(s))
	return command
}

func newPolicyNewCommand(s *streams) *cobra.Command {
	var output string
	command := &cobra.Command{
		Use:     "new CATEGORY/NAME",
		Short:   "write a starter rule that passes `policy test`",
		Example: "  mxlint policy new team/two-pods --output policies\n  mxlint policy test policies",
		Args:    arguments(1, 1, "one CATEGORY/NAME"),
		RunE: func(_ *cobra.Command, args []string) error {
			if _, err := fs.Stat(rules.FS, args[0]+"/rule.rego"); err == nil {
				return fmt.Errorf("the rule %q exists already: give yours another name", args[0])
			}
			files, err := scaffold.Policy(args[0], policy.CustomPackage)
			if err != nil {
				return err
			}
			folder := joinPath(output, args[0])
			if err := scaffold.Write(folder, files); err != nil {
				return err
			}
			for _, file := range files {
				fmt.Fprintln(s.out, joinPath(folder, file.Name))
			}
			return nil
		},
	}
	command.Flags().StringVar(&output, "output", ".", "the policy `FOLDER` to write the rule to")
	return command
}

func joinPath(folder, name string) string {
	return filepath.ToSlash(filepath.Join(folder, filepath.FromSlash(name)))
}

func newPolicyBundleCommand(s *streams) *cobra.Command {
	var output string
	command := &cobra.Command{
		Use:   "bundle -o FILE",
		Short: "write the built-in rules as an OPA bundle",
		Long: `The bundle holds the built-in rules, their library and their tables. Its entry points are
data.mxlint.main.all, for a document of "mxlint inspect --format json", and data.mxlint.main.findings,
for one of its environments.`,
		Example: `  mxlint policy bundle -o mxlint.tar.gz
  mxlint inspect --format json ./k8s | opa eval -b mxlint.tar.gz -I data.mxlint.main.all`,
		Args: arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			if output == "" {
				return errors.New("--output-file is missing: name the file to write, or - for standard output")
			}
			var buffer bytes.Buffer
			sources := policy.Sources{Rules: rules.FS, Policies: policies.FS}
			if err := policy.WriteBundle(&buffer, sources, rulesDigest()); err != nil {
				return err
			}
			if output == "-" {
				_, err := s.out.Write(buffer.Bytes())
				return err
			}
			if err := atomicfile.Write(output, buffer.Bytes()); err != nil {
				return fmt.Errorf("writing bundle %q: %w", output, err)
			}
			return nil
		},
	}
	command.Flags().StringVarP(&output, "output-file", "o", "", "the `FILE` to write, or - for standard output")
	return command
}
