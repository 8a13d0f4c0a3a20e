package config

import (
	"fmt"
	"slices"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/go-version"

	"example.com/mxlint/internal/lint"
)

// applies reports whether the override applies to a file (relative to Root) and
// an environment ("namespace/name", or "").
func (o *Override) applies(rel, environment string) bool {
	return (len(o.Paths) == 0 || matchesAny(o.Paths, rel)) &&
		(len(o.Environments) == 0 || environment != "" && inAny(o.Environments, environment))
}

func (o *Override) appliesToAny(rels []string, environment string) bool {
	return slices.ContainsFunc(rels, func(rel string) bool { return o.applies(rel, environment) })
}

func inAny(globs []string, name string) bool {
	for _, glob := range globs {
		if doublestar.MatchUnvalidated(glob, name) {
			return true
		}
	}
	return false
}

// Severity returns the severity configured for a rule at a file (relative to
// Root) and an environment. Of several overrides the last one wins, and any
// override takes precedence over "rules".
func (c *Config) Severity(rule, rel, environment string) (severity lint.Severity, set bool) {
	for i := len(c.Overrides) - 1; i >= 0; i-- {
		if level, ok := c.Overrides[i].Rules[rule]; ok && c.Overrides[i].applies(rel, environment) {
			return level, true
		}
	}
	severity, set = c.Rules[rule]
	return severity, set
}

// Settle gives a finding its configured severity, and reports whether it is
// kept. highest is the severity of its rule: a finding that is already lower
// keeps the lower of the two.
func (c *Config) Settle(finding *lint.Finding, highest lint.Severity) bool {
	if len(c.Rules) == 0 && len(c.Overrides) == 0 {
		return true
	}
	level, set := c.Severity(finding.Rule, c.Rel(finding.Span.Path), finding.Environment)
	switch {
	case !set:
	case level == lint.Off:
		return false
	case finding.Severity < highest:
		finding.Severity = min(finding.Severity, level)
	default:
		finding.Severity = level
	}
	return true
}

// OperatorVersionsFor returns the versions to check an environment against; nil
// if none is configured. rels are the paths of its class or, if it has none, of
// its app: of a rendered one, those of its deployment and its source.
func (c *Config) OperatorVersionsFor(rels []string, environment string) []string {
	for i := len(c.Overrides) - 1; i >= 0; i-- {
		if o := &c.Overrides[i]; o.OperatorVersion != "" && o.appliesToAny(rels, environment) {
			return []string{o.OperatorVersion}
		}
	}
	return c.OperatorVersions
}

// DatabaseFor returns "postgresql", "sqlserver" or "", in the same way as
// OperatorVersionsFor.
func (c *Config) DatabaseFor(rels []string, environment string) string {
	for i := len(c.Overrides) - 1; i >= 0; i-- {
		if o := &c.Overrides[i]; o.Database != "" && o.appliesToAny(rels, environment) {
			return o.Database
		}
	}
	return ""
}

// HelmFor returns the settings of a chart by its folder, relative to Root;
// Charts is empty. The chart's own settings take precedence; its values and
// assignments follow the common ones, and so take precedence in helm.
func (c *Config) HelmFor(rel string) Helm {
	helm := c.Helm
	helm.Charts = nil
	helm.Values = append([]string(nil), helm.Values...)
	helm.Set = append([]string(nil), helm.Set...)
	for _, chart := range c.Helm.Charts {
		if !matches(chart.Path, rel) {
			continue
		}
		if chart.Enabled != nil {
			helm.Enabled = *chart.Enabled
		}
		if chart.ReleaseName != "" {
			helm.ReleaseName = chart.ReleaseName
		}
		if chart.Namespace != "" {
			helm.Namespace = chart.Namespace
		}
		helm.Values = append(helm.Values, chart.Values...)
		helm.Set = append(helm.Set, chart.Set...)
	}
	return helm
}

// PolicyProblem returns the error that the i-th of Policies cannot be read, at
// its position.
func (c *Config) PolicyProblem(i int, err error) error {
	return &Problem{c.Path, c.policyAt[i], err.Error()}
}

// CheckToolVersion returns an error if requiredVersion does not allow this
// version of the tool. A build without a version is allowed.
func (c *Config) CheckToolVersion(toolVersion string) error {
	if c.RequiredVersion == "" {
		return nil
	}
	tool, err := version.NewVersion(toolVersion)
	if err != nil {
		return nil
	}
	required, err := version.NewConstraint(c.RequiredVersion)
	if err != nil {
		return fmt.Errorf("reading requiredVersion of %q: %w", c.Path, err)
	}
	// A pre-release counts as the release it precedes; otherwise no constraint
	// would match it.
	if !required.Check(tool.Core()) {
		return &Problem{c.Path, c.requiredAt, fmt.Sprintf("mxlint %s is required, and this is %s: install a version that fits, or change requiredVersion", c.RequiredVersion, toolVersion)}
	}
	return nil
}
