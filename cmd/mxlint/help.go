package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/spelling"
)

// newHelpCommand replaces cobra's command, which answers an unknown command with the
// help of mxlint.
func newHelpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "print the help of a command",
		RunE: func(_ *cobra.Command, args []string) error {
			command, rest, err := root.Find(args)
			if err == nil && len(rest) == 0 {
				return command.Help()
			}
			if nearest := spelling.Nearest(rest[0], subcommands(command)); len(nearest) > 0 {
				return fmt.Errorf("help: there is no command %q; did you mean %q?", rest[0], nearest[0])
			}
			return fmt.Errorf("help: there is no command %q; `mxlint --help` lists them", rest[0])
		},
	}
}

func subcommands(command *cobra.Command) (names []string) {
	for _, child := range command.Commands() {
		names = append(names, child.Name())
	}
	return names
}
