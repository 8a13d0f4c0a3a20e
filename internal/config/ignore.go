package config

import (
	"slices"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// Ignore is one rule that a comment or an annotation silences at one place. A
// comment that names two rules gives two of them.
type Ignore struct {
	// Rule is the ID as written, known or not; empty if none is given.
	Rule string
	// Span is the whole comment, starting at its #, or the annotation's value.
	Span   manifest.Span
	Kind   lint.SuppressionKind
	Reason string // empty if none is given

	// Lines are the lines, from 1, on which the findings silenced by a comment
	// start: one line, or two if the first opens a string of azure's array.
	// None: the comment applies to nothing.
	Lines []int

	// wholeFile is set for a file comment among the leading comments.
	wholeFile bool
	scope     *Scope // of an annotation
	used      bool
}

// Scope is what has an annotation: a resource, or those that several
// deployments make of it.
type Scope struct {
	Resources []Resource
	// Extents are the spans of files in which the resource is written. A span
	// whose end is not after its start reaches to the end of the file. Without
	// any extent, only Resources count.
	Extents []manifest.Span
}

// Resource is an object, as findings name it.
type Resource struct {
	Object     lint.ObjectID
	Deployment string // "" if it is not rendered
}

// applies reports whether the ignore applies to the place of the finding.
func (i *Ignore) applies(finding *lint.Finding) bool {
	switch {
	case i.scope != nil:
		return i.scope.contains(finding)
	case i.Span.Path != finding.Span.Path:
		return false
	default:
		return i.wholeFile || slices.Contains(i.Lines, finding.Span.Start.Line)
	}
}

func (s *Scope) contains(finding *lint.Finding) bool {
	for _, extent := range s.Extents {
		if finding.Span.Path == extent.Path && ExtentContains(extent, finding.Span.Start) {
			return true
		}
	}
	return len(s.Extents) == 0 && slices.Contains(s.Resources, Resource{finding.Object, finding.Deployment})
}

// ExtentContains reports whether a position in the same file is in an extent of
// a Scope: one whose end is not after its start reaches to the end of the file.
func ExtentContains(extent manifest.Span, at manifest.Pos) bool {
	return !at.Before(extent.Start) && (at.Before(extent.End) || !extent.Start.Before(extent.End))
}

// Ignores are all ignores of a run.
type Ignores struct {
	list   []Ignore
	byRule map[string][]int
}

// NewIgnores returns the ignores sorted by position.
func NewIgnores(list []Ignore) *Ignores {
	s := &Ignores{list: slices.Clone(list), byRule: make(map[string][]int, len(list))}
	slices.SortStableFunc(s.list, func(a, b Ignore) int { return a.Span.Compare(b.Span) })
	for i := range s.list {
		s.byRule[s.list[i].Rule] = append(s.byRule[s.list[i].Rule], i)
	}
	return s
}

// Apply marks the findings that an ignore applies to, and those ignores as
// used. Every ignore that applies to a finding is used; a finding that is
// already suppressed is left unchanged. Apply may be called again for more
// findings.
func (s *Ignores) Apply(findings []lint.Finding) {
	for i := range findings {
		finding := &findings[i]
		for _, at := range s.byRule[finding.Rule] {
			ignore := &s.list[at]
			if !ignore.applies(finding) {
				continue
			}
			ignore.used = true
			if finding.Suppressed == nil {
				finding.Suppressed = &lint.Suppression{Kind: ignore.Kind, Reason: ignore.Reason}
			}
		}
	}
}

// IgnoreFact is what is known of an ignore once findings were matched against
// it.
type IgnoreFact struct {
	Rule    string // empty if the ignore names none
	Reason  string
	Kind    lint.SuppressionKind
	Span    manifest.Span
	Used    bool
	Known   bool   // whether the rule exists
	Ran     bool   // whether the rule was evaluated at the ignore's place
	Nearest string // for an unknown rule: the ID probably meant, or ""
}

// Facts returns all ignores, sorted by position. ran reports whether the rule
// of an ignore was evaluated at its place.
func (s *Ignores) Facts(known RuleNames, ran func(*Ignore) bool) []IgnoreFact {
	facts := make([]IgnoreFact, len(s.list))
	for i := range s.list {
		ignore := &s.list[i]
		fact := IgnoreFact{Rule: ignore.Rule, Reason: ignore.Reason, Kind: ignore.Kind, Span: ignore.Span, Used: ignore.used}
		if fact.Known, fact.Nearest = known(ignore.Rule); fact.Known {
			fact.Ran = ran(ignore)
		}
		facts[i] = fact
	}
	return facts
}
