package report

import (
	"fmt"

	"example.com/mxlint/internal/lint"
)

// DroppedFix returns the line for a fix that was not made, without a line ending.
func DroppedFix(f *lint.Finding, reason string) string {
	return fmt.Sprintf("%s: not fixed: %s [%s]", place(f.Span), printable(reason), printable(f.Rule))
}

// AppliedFix returns the line for a fix that was made, without a line ending.
func AppliedFix(f *lint.Finding) string {
	return fmt.Sprintf("%s: fixed: %s [%s]", place(f.Span), printable(f.Fix.Title), printable(f.Rule))
}

// FixCounts are the totals of a run of fixes.
type FixCounts struct {
	Fixes, Files int
	Written      bool // if false, the changes were shown
	Unsafe       int  // remaining fixes that --unsafe would make
	Left         lint.Summary
}

// FixSummary returns the last line of a run of fixes, without a line ending.
func FixSummary(c FixCounts) string {
	line := "nothing to fix"
	if c.Fixes > 0 {
		done := "to make"
		if c.Written {
			done = "made"
		}
		line = fmt.Sprintf("%s %s in %s", counted(c.Fixes, "fix", "fixes"), done, Count(c.Files, "file"))
	}
	if c.Unsafe > 0 {
		line += fmt.Sprintf("; %d more with --unsafe", c.Unsafe)
	}
	return line + "; left: " + findingCounts(c.Left)
}
