package main

import (
	"errors"
	"math"
	"slices"

	"github.com/spf13/cobra"

	"example.com/mxlint/internal/engine"
)

// fixOptions are the flags of fix.
type fixOptions struct {
	*streams
	selection
	write      bool
	check      bool
	unsafe     bool
	failOn     string
	color      string
	baseline   string
	allowEmpty bool
	quiet      bool
	verbose    bool
}

func newFixCommand(s *streams) *cobra.Command {
	o := &fixOptions{streams: s}
	command := &cobra.Command{
		Use:   "fix [flags] PATH...",
		Short: "fix what can be fixed: show a diff, or write it",
		Long: `fix shows what it would change as a unified diff; --write changes the files. Only the affected bytes change:
comments, quoting, order and line endings stay. After each fix the manifests are linted again: a fix that does not
resolve its finding, or causes an error or warning that the finding had not hidden, is dropped and reported. Fixes that
rest on a guess, such as where the store keeps a missing key, need --unsafe. Suppressed findings are left alone. A fix
may change a file other than the one with the finding, but if the PATHs are files, only those are changed.

For resources rendered by a kustomization, the base or patch that causes the finding is fixed, if it is among the
PATHs. Resources rendered by helm are left alone.

With - the manifests are read from standard input and written, fixed, to standard output.
The diff masks what may be secret; files are written unmasked.

The exit code is 0 if nothing is left to fix or --write applied it, 1 if a diff is shown or a finding at or above
--fail-on is left. With --check it is 1 only if something would change.`,
		Example: `  mxlint fix ./k8s
  mxlint fix --write --only 'link/*' --only manifest/non-string-value ./k8s
  mxlint fix --check ./k8s
  mxlint fix --unsafe --write ./k8s
  mxlint fix - < orders.yaml > fixed.yaml`,
		Args: arguments(1, math.MaxInt, "a PATH"),
		RunE: o.run,
	}
	flags := command.Flags()
	flags.BoolVarP(&o.write, "write", "w", false, "change the files")
	flags.BoolVar(&o.check, "check", false, "exit 1 if anything would change, 0 if not")
	flags.BoolVar(&o.unsafe, "unsafe", false, "also apply fixes that rest on a guess")
	flags.StringVar(&o.failOn, "fail-on", "", "the lowest `SEVERITY` of a remaining finding that fails the run: "+orList(failOnWords())+" (default error)")
	flags.StringVar(&o.color, "color", "auto", "colours `WHEN`: "+orList(colorWords()))
	flags.StringVar(&o.baseline, "baseline", "", "leave alone the findings listed in this baseline `FILE`")
	flags.BoolVar(&o.allowEmpty, "allow-empty", false, "do not fail if there is nothing to check")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "do not print the summary")
	flags.BoolVarP(&o.verbose, "verbose", "v", false, "list the applied fixes")
	o.selection.addFlags(flags)
	flags.Lookup("only").Usage = "fix the findings of these rules only (globs: keys/*)"
	return command
}

func (o *fixOptions) run(command *cobra.Command, paths []string) error {
	colored, err := o.checkFlags(paths)
	if err != nil {
		return err
	}
	fixing := engine.FixOptions{Only: o.only, Unsafe: o.unsafe}
	o.only = nil // all rules run
	options, err := o.engineOptions(o.streams, paths)
	if err != nil {
		return err
	}
	if options.Baseline, err = loadBaseline(o.baseline); err != nil {
		return err
	}
	outcome, err := engine.Fix(command.Context(), *options, fixing)
	if err != nil {
		return err
	}
	failed, err := o.writeChanges(outcome, colored)
	if err != nil {
		return err
	}
	o.printSummary(outcome, failed)
	return o.verdict(outcome, threshold(o.failOn, options.Config), failed)
}

// checkFlags rejects invalid flags and combinations before anything is read, and
// decides on colours.
func (o *fixOptions) checkFlags(paths []string) (colored bool, err error) {
	if colored, err = wantsColor(o.color, isTerminal(o.out)); err != nil {
		return false, err
	}
	if err := checkFailOn(o.failOn); err != nil {
		return false, err
	}
	if o.write && o.check {
		return false, errors.New("--write and --check cannot be combined: leave one out")
	}
	if slices.Contains(paths, "-") && len(paths) > 1 && !o.write && !o.check {
		return false, errors.New("the fixed standard input and diffs would mix on standard output: fix - on its own, or add --write")
	}
	return colored, nil
}
