package report

import (
	"fmt"
	"strings"

	"example.com/mxlint/internal/lint"
)

// Summary returns the last line of a run for people: what was found, in how much, and
// what was left out. It has no line ending.
func Summary(result *lint.Result) string {
	summary := result.Summary()
	line := fmt.Sprintf("%s in %s of %s", findingCounts(summary),
		Count(result.Environments, "environment"), Count(result.Files, "file"))
	var aside []string
	if summary.Suppressed > 0 {
		aside = append(aside, fmt.Sprintf("%d suppressed", summary.Suppressed))
	}
	if result.IgnoredDocuments > 0 {
		aside = append(aside, Count(result.IgnoredDocuments, "document")+" of others")
	}
	if result.SetAside > 0 {
		aside = append(aside, Count(result.SetAside, "file")+" set aside")
	}
	if len(aside) == 0 {
		return line
	}
	return line + " (" + strings.Join(aside, ", ") + ")"
}

func findingCounts(summary lint.Summary) string {
	var counts []string
	for _, part := range []struct {
		count int
		noun  string
	}{{summary.Errors, "error"}, {summary.Warnings, "warning"}, {summary.Infos, "info"}} {
		if part.count > 0 {
			counts = append(counts, Count(part.count, part.noun))
		}
	}
	if len(counts) == 0 {
		return "no findings"
	}
	return strings.Join(counts, ", ")
}

// Count returns a number with its noun, in the plural unless it is one.
func Count(n int, noun string) string { return counted(n, noun, noun+"s") }

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
