package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
	"example.com/mxlint/internal/scaffold"
)

// completeFlags registers shell completion for the values of all flags that take rules
// or one of a few words.
func completeFlags(command *cobra.Command, s *streams) {
	command.Flags().VisitAll(func(flag *pflag.Flag) {
		if complete := completion(command, flag.Name, s); complete != nil {
			// It only fails for a flag that does not exist or is registered already.
			_ = command.RegisterFlagCompletionFunc(flag.Name, complete)
		}
	})
	for _, child := range command.Commands() {
		completeFlags(child, s)
	}
}

func completion(command *cobra.Command, flag string, s *streams) cobra.CompletionFunc {
	switch flag {
	case "only", "enable", "disable":
		return func(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return listed(begun, ruleCompletions(s)), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
		}
	case "config", "baseline":
		return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return []cobra.Completion{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
		}
	case "policy", "output":
		return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		}
	}
	if words := flagWords(command.Name(), flag); words != nil {
		return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
	}
	return nil
}

// flagWords returns the words that a flag takes; nil if it takes other values.
func flagWords(command, flag string) []string {
	switch flag {
	case "format":
		return formatWords(command)
	case "report":
		var words []string
		for _, format := range report.Formats() {
			words = append(words, format+"=")
		}
		return words
	case "fail-on":
		return failOnWords()
	case "color":
		return colorWords()
	case "graph":
		return report.GraphFormats()
	case "provider":
		return scaffold.Providers()
	case "storage":
		return scaffold.Storages()
	case "auth":
		return scaffold.Auths()
	case "mode":
		return scaffold.Modes()
	}
	return nil
}

func formatWords(command string) []string {
	switch command {
	case "mxlint", "lint":
		return report.Formats()
	case "rules":
		return report.RulesFormats()
	case "access":
		return report.AccessFormats()
	case "inspect", "suppressions":
		return report.InspectFormats()
	}
	return nil
}

// completeRule completes the argument of explain.
func completeRule(s *streams) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return ruleCompletions(s), cobra.ShellCompDirectiveNoFileComp
	}
}

// ruleCompletions returns the rules with their titles, including custom ones if the
// configuration names a folder of them.
func ruleCompletions(s *streams) []cobra.Completion {
	options, err := new(selection).engineOptions(s, nil)
	if err != nil {
		return nil // completion cannot report errors
	}
	catalog, err := engine.Catalog(options, true)
	if err != nil {
		return nil
	}
	var completions []cobra.Completion
	for _, rule := range catalog.Rules() {
		completions = append(completions, cobra.CompletionWithDesc(rule.ID, rule.Title))
	}
	return completions
}

// listed completes the last entry of a comma-separated list.
func listed(begun string, words []cobra.Completion) []cobra.Completion {
	before := begun[:strings.LastIndexByte(begun, ',')+1]
	completions := make([]cobra.Completion, 0, len(words))
	for _, word := range words {
		completions = append(completions, before+word)
	}
	return completions
}
