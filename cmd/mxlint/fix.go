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
		Short: "mend what can be mended: show a diff, or write it",
		Long: `fix shows what it would change as a unified diff; --write changes the files. Only the bytes concerned change:
comments, quoting, order and line ends stay. After every fix the manifests are linted again: one that does not
silence its finding, or brings an error or warning that its finding had not hidden, is dropped and said. Fixes that
rest on a guess, such as where the store keeps a missing key, need --unsafe. Suppressed findings are left alone. A fix
may change another file than the finding stands in, but where PATHs are files, only those.

Of what a kustomization renders, the base or the patch is mended that holds the fault, if it is among the PATHs. What
helm renders is left alone.

With - the manifests from standard input go to standard output, mended.
The diff masks what may be secret; the files are written as they are.

The exit code is 0 where nothing is left to fix or --write did it, 1 where a diff is shown or a finding at or above
--fail-on is left. With --check it is 1 only where something would change.`,
		Example: `  mxlint fix ./k8s
  mxlint fix --write --only 'link/*' --only manifest/non-string-value ./k8s
  mxlint fix --check ./k8s
  mxlint fix --unsafe --write ./k8s
  mxlint fix - < orders.yaml > mended.yaml`,
		Args: arguments(1, math.MaxInt, "a PATH"),
		RunE: o.run,
	}
	flags := command.Flags()
	flags.BoolVarP(&o.write, "write", "w", false, "change the files")
	flags.BoolVar(&o.check, "check", false, "exit 1 if anything would change, 0 if not")
	flags.BoolVar(&o.unsafe, "unsafe", false, "make the fixes that rest on a guess too")
	flags.StringVar(&o.failOn, "fail-on", "", "the lowest severity of a finding left that fails the run: "+either(failOnWords())+" (default error)")
	flags.StringVar(&o.color, "color", "auto", "colours: "+either(colorWords()))
	flags.StringVar(&o.baseline, "baseline", "", "findings of this file are left alone")
	flags.BoolVar(&o.allowEmpty, "allow-empty", false, "finding nothing to check is no error")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "no summary")
	flags.BoolVarP(&o.verbose, "verbose", "v", false, "list the fixes that are made")
	o.selection.addFlags(flags)
	flags.Lookup("only").Usage = "mend the findings of these rules only (globs: keys/*)"
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
	failed, err := o.hand(outcome, colored)
	if err != nil {
		return err
	}
	o.tell(outcome, failed)
	return o.verdict(outcome, threshold(o.failOn, options.Config), failed)
}

// checkFlags refuses flags that mean nothing, alone or together, before anything is
// read, and decides on colours.
func (o *fixOptions) checkFlags(paths []string) (colored bool, err error) {
	if colored, err = wantsColor(o.color, isTerminal(o.out)); err != nil {
		return false, err
	}
	if err := checkFailOn(o.failOn); err != nil {
		return false, err
	}
	if o.write && o.check {
		return false, errors.New("--write and --check do not go together: leave one out")
	}
	if slices.Contains(paths, "-") && len(paths) > 1 && !o.write && !o.check {
		return false, errors.New("the mended standard input and diffs would mix on standard output: mend - on its own, or add --write")
	}
	return colored, nil
}
