package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
)

func newInspectCommand(s *streams) *cobra.Command {
	var selected selection
	var format string
	command := &cobra.Command{
		Use:     "inspect [flags] [PATH...]",
		Short:   "show the environments as found: links, mounted files, logins, least versions",
		Example: "  mxlint inspect --format json ./k8s",
		RunE: func(command *cobra.Command, paths []string) error {
			options, err := selected.engineOptions(s, paths)
			if err != nil {
				return err
			}
			subjects, _, err := engine.Inspect(command.Context(), *options)
			if err != nil {
				return err
			}
			if format != "json" {
				return fmt.Errorf("--format %q: it is one of text, json", format)
			}
			encoder := json.NewEncoder(s.out)
			encoder.SetEscapeHTML(false)
			encoder.SetIndent("", "  ")
			return encoder.Encode(map[string]any{"schemaVersion": 1, "environments": subjects})
		},
	}
	command.Flags().StringVarP(&format, "format", "f", "text", "text or json")
	selected.addFlags(command.Flags())
	return command
}
