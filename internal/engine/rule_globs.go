package engine

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/lint"
)

// checkRuleGlobs rejects rule globs of the command line that match nothing.
func (r *run) checkRuleGlobs() error {
	if err := cmp.Or(r.checkGlobs("--only", r.Only), r.checkGlobs("--enable", r.Enable), r.checkGlobs("--disable", r.Disable)); err != nil {
		return err
	}
	if len(r.Disable) == 0 && len(r.Only) == 0 {
		return nil
	}
	running := slices.DeleteFunc(slices.Clone(r.outcome.Catalog.Rules()), func(rule *lint.Rule) bool { return !r.runs(rule.ID) })
	switch {
	case len(running) == 0:
		return errors.New("--only and --disable leave no rule to run")
	case !slices.ContainsFunc(running, func(rule *lint.Rule) bool { return !r.turnedOff(rule.ID) }):
		return fmt.Errorf("%q turns off every rule that --only and --disable leave: add --enable", r.Config.Path)
	}
	return nil
}

// turnedOff reports whether the configuration turns a rule off in every file.
func (r *run) turnedOff(id string) bool {
	if r.Config == nil || r.enabled(id) {
		return false
	}
	severity, set := r.Config.Rules[id]
	return set && severity == lint.Off && !slices.ContainsFunc(r.Config.Overrides, func(o config.Override) bool {
		_, set := o.Rules[id]
		return set
	})
}

func (r *run) checkGlobs(flag string, globs []string) error {
	if len(globs) == 0 {
		return nil
	}
	if err := r.loaded(); err != nil {
		return err
	}
	for _, glob := range globs {
		if r.matchesSome(glob) {
			continue
		}
		if nearest := r.outcome.Catalog.Nearest(glob); nearest != "" {
			return fmt.Errorf("%s %q: there is no such rule; did you mean %q?", flag, glob, nearest)
		}
		return fmt.Errorf("%s %q: there is no such rule; `mxlint rules` lists them", flag, glob)
	}
	return nil
}

func (r *run) matchesSome(glob string) bool {
	for _, rule := range r.outcome.Catalog.Rules() {
		if matchesRule(glob, rule.ID) {
			return true
		}
	}
	return false
}

// matchesRule reports whether a glob matches a rule; a category alone matches all its
// rules.
func matchesRule(glob, id string) bool {
	if matched, err := doublestar.Match(glob, id); err == nil && matched {
		return true
	}
	matched, err := doublestar.Match(glob+"/*", id)
	return err == nil && matched
}

// runs reports whether the command line lets a rule run.
func (r *run) runs(id string) bool {
	if len(r.Only) > 0 && !matchesSomeOf(r.Only, id) {
		return false
	}
	return !matchesSomeOf(r.Disable, id) || r.enabled(id)
}

// enabled reports whether the command line turns a rule on, whatever else turns it off.
func (r *run) enabled(id string) bool { return matchesSomeOf(r.Enable, id) }

func matchesSomeOf(globs []string, id string) bool {
	return slices.ContainsFunc(globs, func(glob string) bool { return matchesRule(glob, id) })
}
