package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.com/mxlint/internal/spelling"
)

// choose rejects a flag value that is not known.
func choose(flag, value string, known []string) error {
	if slices.Contains(known, value) {
		return nil
	}
	if nearest := spelling.Nearest(value, known); len(nearest) > 0 {
		return fmt.Errorf("%s %q: did you mean %q? It is one of %s", flag, value, nearest[0], joined(known))
	}
	return fmt.Errorf("%s %q: it is one of %s", flag, value, joined(known))
}

func joined(words []string) string { return strings.Join(words, ", ") }

// orList lists words as in a sentence: "text, json or hcl".
func orList(words []string) string {
	last := len(words) - 1
	return joined(words[:last]) + " or " + words[last]
}

// The values of flags that take one of a few words.
func colorWords() []string  { return []string{"auto", "always", "never"} }
func failOnWords() []string { return []string{"error", "warning", "info", "never"} }

// flagError suggests the flag that a misspelled one probably means.
func flagError(command *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		if form := formOf[invalid.GetFlag().Value.Type()]; form != "" {
			return fmt.Errorf("--%s %q: expected %s", invalid.GetFlag().Name, invalid.GetValue(), form)
		}
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return err
	}
	var names []string
	command.Flags().VisitAll(func(flag *pflag.Flag) { names = append(names, flag.Name) })
	if nearest := spelling.Nearest(unknown.GetSpecifiedName(), names); len(nearest) > 0 {
		return fmt.Errorf("%w; did you mean --%s?", err, nearest[0])
	}
	return fmt.Errorf("%w; `%s --help` lists them", err, command.CommandPath())
}

// formOf describes the values of flags by type, to replace the errors of strconv.
var formOf = map[string]string{"int": "a whole number", "bool": "true or false", "duration": "a time above 0, such as 10s"}

// checkCommand rejects a first argument that is not a path but resembles a subcommand.
func checkCommand(command *cobra.Command, paths []string) error {
	if command.HasParent() || len(paths) == 0 || paths[0] == "-" {
		return nil
	}
	if _, err := os.Lstat(paths[0]); err == nil {
		return nil
	}
	if nearest := spelling.Nearest(paths[0], subcommands(command)); len(nearest) > 0 {
		return fmt.Errorf("%q is neither a path nor a subcommand; did you mean `mxlint %s`?", paths[0], nearest[0])
	}
	return nil
}

// arguments checks the number of arguments of a command; errors say what is expected.
// The parameter want is as in its usage line, "" for a command without arguments.
func arguments(least, most int, want string) cobra.PositionalArgs {
	return func(command *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fmt.Errorf("`%s` needs %s; `%s --help` shows how", command.CommandPath(), want, command.CommandPath())
		case len(args) > most && want == "":
			return fmt.Errorf("`%s` takes no argument: %q is one too many", command.CommandPath(), args[0])
		case len(args) > most:
			return fmt.Errorf("`%s` takes %s: %q is one too many", command.CommandPath(), want, args[most])
		}
		return nil
	}
}
