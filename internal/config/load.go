package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"example.com/mxlint/internal/manifest"
)

const (
	sizeLimit  = 1 << 20
	valueLimit = 100_000
)

// RuleNames reports whether a rule is known and, if it is not, the ID that is
// probably meant, or "".
type RuleNames func(id string) (known bool, nearest string)

// Load reads a configuration. All problems are reported at once: the error
// joins one *Problem for each, in the order of the file. Rule IDs are left to
// CheckRules: which ones exist depends on the policies named in the
// configuration. today is the date to compare "until" with, YYYY-MM-DD; if it
// is "", no entry expires.
func Load(path, today string) (*Config, error) {
	data, err := readLimited(path, sizeLimit)
	if err != nil {
		return nil, fmt.Errorf("reading configuration %q: %w", path, err)
	}
	c := &Config{Path: filepath.ToSlash(path), Root: filepath.ToSlash(filepath.Dir(path))}
	if c.workDir, err = os.Getwd(); err != nil {
		return nil, fmt.Errorf("reading configuration %q: %w", path, err)
	}
	c.base = absolute(c.workDir, c.Root)
	if err := c.decode(data); err != nil {
		return nil, err
	}
	if err := c.removeExpired(today); err != nil {
		return nil, err
	}
	return c, nil
}

func (c *Config) decode(data []byte) error {
	root, err := parse(c.Path, data)
	if root == nil {
		return err
	}
	if err := problemOfOtherTool(c.Path, root); err != nil {
		return err
	}
	r := &reader{path: c.Path, nodesLeft: valueLimit}
	r.read(root, "configuration", c.fields())
	return joinProblems(r.problems)
}

// CheckRules reports the unknown rule IDs of the configuration, in the same way
// as Load.
func (c *Config) CheckRules(known RuleNames) error {
	var problems []*Problem
	for _, key := range c.ruleKeys {
		ok, near := known(key.id)
		if ok {
			continue
		}
		message := fmt.Sprintf("unknown rule %q: `mxlint rules` lists all", key.id)
		if near != "" {
			message = fmt.Sprintf("unknown rule %q: expected %q", key.id, near)
		}
		problems = append(problems, &Problem{c.Path, key.at, message})
	}
	return joinProblems(problems)
}

// HasExpiryDates reports whether entries have a last day: whether it has passed
// is only known if Load was given the date.
func (c *Config) HasExpiryDates() bool {
	return slices.ContainsFunc(c.Overrides, func(o Override) bool { return o.Until != "" }) ||
		slices.ContainsFunc(c.External, func(e External) bool { return e.Until != "" })
}

// removeExpired removes the entries whose last day is before today.
func (c *Config) removeExpired(today string) error {
	if today == "" {
		return nil
	}
	if !IsDate(today) {
		return fmt.Errorf("%q is not a date: expected YYYY-MM-DD", today)
	}
	expired := func(key, until string, at manifest.Pos) bool {
		// Dates in this form sort as text.
		if until == "" || today <= until {
			return false
		}
		c.Expired = append(c.Expired, Expired{key, until, manifest.Span{Path: c.Path, Start: at, End: at}})
		return true
	}
	overrides, external := c.Overrides, c.External
	c.Overrides, c.External = nil, nil
	for _, o := range overrides {
		if !expired("overrides", o.Until, o.at) {
			c.Overrides = append(c.Overrides, o)
		}
	}
	for _, e := range external {
		if !expired("external", e.Until, e.at) {
			c.External = append(c.External, e)
		}
	}
	return nil
}
