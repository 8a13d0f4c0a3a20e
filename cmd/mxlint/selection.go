package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/spf13/pflag"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// selection are the flags that say what is read and by which rules it is judged; lint,
// fix, inspect and access share them.
type selection struct {
	config    string
	operators []string
	only      []string
	enable    []string
	disable   []string
	policies  []string
	stdinName string
	exclude   []string
	helm      bool
	today     string
	limits    []string

	policyTimeout time.Duration

	flags *pflag.FlagSet // those of the command, to see which were given
}

func (s *selection) addFlags(flags *pflag.FlagSet) {
	s.addReadFlags(flags)
	flags.StringSliceVar(&s.only, "only", nil, "run these `RULES` only (globs: keys/*)")
	flags.StringSliceVar(&s.enable, "enable", nil, "run these `RULES` even if --disable or the configuration turns them off (globs)")
	flags.StringSliceVar(&s.disable, "disable", nil, "do not run these `RULES` (globs)")
	flags.StringArrayVar(&s.policies, "policy", nil, "a `FOLDER` of custom policies (repeatable)")
	flags.DurationVar(&s.policyTimeout, "policy-timeout", policy.DefaultTime, policyTimeoutHelp)
}

// addReadFlags adds the flags that say what is read, for commands that judge nothing.
func (s *selection) addReadFlags(flags *pflag.FlagSet) {
	s.flags = flags
	flags.StringVarP(&s.config, "config", "c", "", "the configuration `FILE` (default: the nearest .mxlint.yaml upwards from the first PATH)")
	flags.StringSliceVar(&s.operators, "operator-version", nil, "the `VERSION` of the Mendix Operator; separate several by commas to plan an upgrade")
	flags.StringVar(&s.stdinName, "stdin-filename", "", "the file `NAME` to report for standard input; given with other PATHs, the input replaces that file")
	flags.StringArrayVar(&s.exclude, "exclude", nil, "skip paths that match this `GLOB`, relative to the working directory (repeatable)")
	flags.BoolVar(&s.helm, "helm", false, "render charts with the helm on PATH")
	flags.StringVar(&s.today, "today", "", "the current `DATE`, as YYYY-MM-DD, by which entries with an \"until\" expire (default: they never do)")
	flags.StringArrayVar(&s.limits, "limit", nil, "raise or lower a limit, as `NAME=VALUE` (repeatable): "+strings.Join(manifest.LimitNames(), ", ")+"; sizes may end in K or M")
}

// stdinFile returns the name of standard input: as given, and with other PATHs, as
// findings there would name the file that it replaces.
func (s *selection) stdinFile(paths []string) string {
	if s.stdinName == "" || len(paths) < 2 {
		return s.stdinName
	}
	return cleaned([]string{s.stdinName})[0]
}

// engineOptions combines flags and configuration; a flag takes precedence.
func (s *selection) engineOptions(streams *streams, paths []string) (*engine.Options, error) {
	o := &engine.Options{
		Paths: cleaned(paths), Stdin: streams.in, StdinName: s.stdinFile(paths),
		Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS,
		Exclude: s.exclude, Only: s.only, Enable: s.enable, Disable: s.disable,
		PolicyLimits: policy.Limits{Time: s.policyTimeout},
	}
	if err := s.checkValues(); err != nil {
		return nil, err
	}
	if slices.Contains(paths, "") {
		return nil, errors.New("a PATH is empty: is a variable not set?")
	}
	var err error
	if o.Operators, err = operatorVersions(s.operators); err != nil {
		return nil, err
	}
	if o.Limits, err = limits(s.limits); err != nil {
		return nil, err
	}
	if o.Config, err = s.loadConfig(paths); err != nil {
		return nil, err
	}
	if o.Custom, err = policyFolders(s.policies, o.Config); err != nil {
		return nil, err
	}
	if o.Config != nil {
		s.printExpired(streams, o.Config)
		if err := checkConfig(o); err != nil {
			return nil, err
		}
	}
	o.Helm = s.helmFor(o.Config)
	return o, nil
}

// checkValues rejects invalid values before anything is read.
func (s *selection) checkValues() error {
	for _, glob := range s.exclude {
		if filepath.IsAbs(glob) {
			return fmt.Errorf("--exclude %q: write it relative to the working directory", glob)
		}
		if !doublestar.ValidatePattern(glob) {
			return fmt.Errorf("--exclude %q: not a valid glob: a [ or { is not closed", glob)
		}
	}
	if s.today != "" && !config.IsDate(s.today) {
		return fmt.Errorf("--today %q: not a date: write it as YYYY-MM-DD", s.today)
	}
	if s.given("operator-version") && len(s.operators) == 0 {
		return errors.New("--operator-version is empty: is a variable not set?")
	}
	if s.given("policy-timeout") && s.policyTimeout <= 0 {
		return fmt.Errorf("--policy-timeout %s: it must be above 0, such as 10s", s.policyTimeout)
	}
	return nil
}

// given reports whether a flag is on the command line, with whatever value.
func (s *selection) given(flag string) bool { return s.flags != nil && s.flags.Changed(flag) }
