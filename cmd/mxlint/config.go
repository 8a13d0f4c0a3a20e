package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"example.com/mxlint/schemas"
)

func newConfigCommand(s *streams) *cobra.Command {
	command := &cobra.Command{
		Use:   "config",
		Short: "check a configuration, or print the JSON Schema of one",
		Example: `  mxlint config verify
  mxlint config schema > mxlint.schema.json`,
		Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			return fmt.Errorf("config needs a subcommand: %s", joined([]string{"verify", "schema"}))
		},
	}
	command.AddCommand(newConfigVerifyCommand(s), newConfigSchemaCommand(s))
	return command
}

func newConfigVerifyCommand(s *streams) *cobra.Command {
	var selected selection
	command := &cobra.Command{
		Use:   "verify [FILE]",
		Short: "check a configuration: its keys, rules, versions and policies",
		Long: `verify reads FILE, or the nearest .mxlint.yaml upwards from the working directory, and reports each mistake
with its line: first in its keys and values, then in its policies, then in the rules that it names. The exit code is
0 if there is none, else 2.`,
		Example: `  mxlint config verify
  mxlint config verify deploy/.mxlint.yaml`,
		Args: arguments(0, 1, "one FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				selected.config = args[0]
			}
			options, err := selected.engineOptions(s, nil)
			if err != nil {
				return err
			}
			if options.Config == nil {
				return errors.New("there is no .mxlint.yaml here or in a folder above: name the file, as in `mxlint config verify FILE`")
			}
			_, err = fmt.Fprintf(s.out, "%s: ok\n", options.Config.Path)
			return err
		},
	}
	command.Flags().StringVar(&selected.today, "today", "", "the current `DATE`, as YYYY-MM-DD, by which entries with an \"until\" expire (default: they never do)")
	return command
}

func newConfigSchemaCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "print the JSON Schema of .mxlint.yaml, for editors",
		Example: "  mxlint config schema > mxlint.schema.json",
		Args:    arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			text, err := fs.ReadFile(schemas.FS, "mxlint.json")
			if err != nil {
				return fmt.Errorf("reading the schema: %w", err)
			}
			_, err = s.out.Write(text)
			return err
		},
	}
}
