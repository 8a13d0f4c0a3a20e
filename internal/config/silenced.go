package config

import (
	"slices"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// Silenced is a rule that the configuration switches off, everywhere or for
// some of the manifests.
type Silenced struct {
	Rule   string
	Span   manifest.Span // empty: where the rule is named
	Reason string        // of the override, empty if none is given

	override *Override // nil: everywhere
}

// Silenced returns the rules that are switched off, in the order of the file.
func (c *Config) Silenced() []Silenced {
	list := c.silencedIn(c.Rules, c.ruleAt, nil)
	for i := range c.Overrides {
		list = append(list, c.silencedIn(c.Overrides[i].Rules, c.Overrides[i].ruleAt, &c.Overrides[i])...)
	}
	slices.SortStableFunc(list, func(a, b Silenced) int { return a.Span.Start.Compare(b.Span.Start) })
	return list
}

func (c *Config) silencedIn(rules map[string]lint.Severity, at map[string]manifest.Pos, override *Override) []Silenced {
	var list []Silenced
	for rule, severity := range rules {
		if severity != lint.Off {
			continue
		}
		s := Silenced{Rule: rule, Span: manifest.Span{Path: c.Path, Start: at[rule], End: at[rule]}, override: override}
		if override != nil {
			s.Reason = override.Reason
		}
		list = append(list, s)
	}
	return list
}

// Applies reports whether the entry applies to a finding.
func (s *Silenced) Applies(c *Config, finding *lint.Finding) bool {
	return s.Rule == finding.Rule && (s.override == nil || s.override.applies(c.Rel(finding.Span.Path), finding.Environment))
}
