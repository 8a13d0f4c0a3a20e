package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

// inspectOptions are the flags of inspect.
type inspectOptions struct {
	*streams
	selection
	format     string
	graph      string
	color      string
	compare    bool
	allowEmpty bool
}

func newInspectCommand(s *streams) *cobra.Command {
	o := &inspectOptions{streams: s}
	command := &cobra.Command{
		Use:   "inspect [flags] [PATH...]",
		Short: "show the environments as found: links, mounted files, logins, minimum versions",
		Long: `inspect shows how mxlint understands the manifests, without judging them: the environments, their three resources,
which links hold and which fail, every file that the mount writes with its source, how the app logs in,
the minimum versions that it needs, and what could not be determined.

The JSON is the input of the rules; schemas/input.json describes it. Secret values are never shown.
--compare compares two folders: keys that only one of them mounts, and differences in mode,
provider, storage, logins and versions. The place in the store that a key is read from is not compared.`,
		Example: `  mxlint inspect ./k8s
  mxlint inspect --format json ./k8s | jq -r '.environments[].mountedFiles[].name'
  mxlint inspect --graph mermaid ./k8s > environments.mmd
  mxlint inspect --compare overlays/test overlays/prod`,
		RunE: o.run,
	}
	flags := command.Flags()
	flags.StringVarP(&o.format, "format", "f", "text", "output `FORMAT`: "+orList(report.InspectFormats()))
	flags.StringVar(&o.graph, "graph", "", "draw the environments instead, as `FORMAT`: "+orList(report.GraphFormats()))
	flags.BoolVar(&o.compare, "compare", false, "compare the environments of two folders")
	flags.StringVar(&o.color, "color", "auto", "colours `WHEN`: "+orList(colorWords()))
	flags.BoolVar(&o.allowEmpty, "allow-empty", false, "do not fail if nothing is found")
	o.addReadFlags(flags)
	return command
}

func (o *inspectOptions) run(command *cobra.Command, paths []string) error {
	if err := o.check(paths); err != nil {
		return err
	}
	colored, err := wantsColor(o.color, isTerminal(o.out))
	if err != nil {
		return err
	}
	if o.compare {
		return o.runCompare(command, paths, colored)
	}
	in, outcome, err := o.inspect(command, o.streams, paths)
	if err != nil {
		return err
	}
	if o.graph != "" {
		err = report.Graph(o.out, o.graph, in)
	} else {
		err = report.Inspect(o.out, o.format, in, colored)
	}
	if err != nil {
		return err
	}
	return printErrors(o.streams, o.allowEmpty, outcome)
}

func (o *inspectOptions) check(paths []string) error {
	if err := choose("--format", o.format, report.InspectFormats()); err != nil {
		return err
	}
	switch {
	case o.graph != "" && o.format != "text":
		return errors.New("--graph and --format cannot be combined: leave one out")
	case o.graph != "" && o.compare:
		return errors.New("--graph and --compare cannot be combined: leave one out")
	case o.graph != "":
		return choose("--graph", o.graph, report.GraphFormats())
	case o.compare && len(paths) != 2:
		return fmt.Errorf("--compare takes two folders, as in `mxlint inspect --compare dev prod`; %d given", len(paths))
	}
	return nil
}

// runCompare reads each side by itself: what is in one folder is not looked for in the
// other.
func (o *inspectOptions) runCompare(command *cobra.Command, paths []string, colored bool) error {
	var sides [2]report.Side
	var outcomes []*engine.Outcome
	for i, path := range paths {
		in, outcome, err := o.inspect(command, o.streams, []string{path})
		if err != nil {
			return err
		}
		sides[i] = report.Side{Name: path, Environments: in.Environments}
		outcomes = append(outcomes, outcome)
	}
	if err := report.WriteComparison(o.out, o.format, report.Compare(sides[0], sides[1]), colored); err != nil {
		return err
	}
	return printErrors(o.streams, o.allowEmpty, outcomes...)
}

// inspect reads the tree and returns its facts.
func (s *selection) inspect(command *cobra.Command, streams *streams, paths []string) (in report.Inspection, outcome *engine.Outcome, err error) {
	options, err := s.engineOptions(streams, paths)
	if err != nil {
		return in, nil, err
	}
	subjects, outcome, err := engine.Inspect(command.Context(), *options)
	if err != nil {
		return in, nil, err
	}
	in.Environments, in.Others = subjects[:outcome.Environments], subjects[outcome.Environments:]
	return in, outcome, nil
}
