package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func newCompletionCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "print the completion script for a shell: " + orList(shells()),
		Long: `completion prints a script that lets a shell complete subcommands, flags, their values and the IDs of rules.

  bash        mxlint completion bash > /etc/bash_completion.d/mxlint
  zsh         mxlint completion zsh > "${fpath[1]}/_mxlint"
  fish        mxlint completion fish > ~/.config/fish/completions/mxlint.fish
  powershell  mxlint completion powershell | Out-String | Invoke-Expression`,
		Example:   `  source <(mxlint completion bash)`,
		Args:      cobra.ArbitraryArgs,
		ValidArgs: shells(),
		RunE: func(command *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("completion takes one shell: %s", joined(shells()))
			}
			if err := choose("completion", args[0], shells()); err != nil {
				return err
			}
			root := command.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(s.out, true)
			case "zsh":
				return root.GenZshCompletion(s.out)
			case "fish":
				return root.GenFishCompletion(s.out, true)
			}
			return root.GenPowerShellCompletionWithDesc(s.out)
		},
	}
}
