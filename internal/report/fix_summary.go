package report

import (
	"fmt"

	"example.com/mxlint/internal/lint"
)

// DroppedFix is the line that tells of a fix that was not made, without line end.
func DroppedFix(f *lint.Finding, reason string) string {
	return fmt.Sprintf("%s: not fixed: %s [%s]", place(f.Span), printable(reason), printable(f.Rule))
}

// AppliedFix is the line that tells of a fix that was made, without line end.
func AppliedFix(f *lint.Finding) string {
	return fmt.Sprintf("%s: fixed: %s [%s]", place(f.Span), printable(f.Fix.Title), printable(f.Rule))
}

// FixCounts is what a run of fixes comes to.
type FixCounts struct {
	Fixes, Files int
	Written      bool // else the changes were shown
	Unsafe       int  // fixes left that --unsafe would make
	Left         lint.Summary
}

// FixSummary is the line that ends a run of fixes, without line end.
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
