// Package lint is the vocabulary that rules, findings and reports share.
package lint

import (
	"fmt"
	"strings"
)

// Severity orders findings by what they mean for a deployment.
type Severity int

// The severities, from harmless to fatal. Off means no finding at all; it only
// occurs in configurations.
const (
	Off Severity = iota
	Info
	Warning
	Error
)

var severityNames = [...]string{Off: "off", Info: "info", Warning: "warning", Error: "error"}

func (s Severity) String() string { return severityNames[s] }

// ParseSeverity parses "off", "info", "warning" or "error".
func ParseSeverity(text string) (Severity, error) {
	for severity, name := range severityNames {
		if name == text {
			return Severity(severity), nil
		}
	}
	return Off, fmt.Errorf("unknown severity %q: it is one of error, warning, info, off", text)
}

// Rule is what is known of a rule besides its decision: the package metadata of
// its Rego and the page that explains it.
type Rule struct {
	ID          string // "category/name": the folder, and the Rego package
	Title       string
	Description string
	Severity    Severity // the highest of its findings
	Since       string
	Providers   []string // empty: all
	Fixable     bool
	Unsafe      bool   // each of its fixes rests on a guess
	Hides       Hiding // "": nothing
	Sources     []string
	Page        string // the Markdown of rule.md
	Custom      bool   // comes from a --policy folder
}

// Hiding is what a finding of a rule keeps other rules from reporting until it
// is fixed.
type Hiding string

// The kinds of hiding.
const (
	HidesValue   Hiding = "value"   // what else is wrong with the value
	HidesObjects Hiding = "objects" // what is wrong within `objects`
)

// Category returns the part of the ID before the slash.
func (r *Rule) Category() string {
	category, _, _ := strings.Cut(r.ID, "/")
	return category
}
