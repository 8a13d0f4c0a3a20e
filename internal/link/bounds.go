package link

import (
	"slices"

	"example.com/mxlint/internal/link/provider"
)

// How much of one class is processed. A working mount has some fifty files; a class
// built to have a hundred thousand would be judged for minutes.
const (
	maxObjects  = 500
	maxFiles    = 1_000
	maxProblems = 500
)

// boundResult truncates the result of a provider for a class. It reports whether
// something was cut: then what the class mounts, or what is wrong with it, is unknown.
func boundResult(result *provider.Result) (cut bool) {
	if len(result.Objects) > maxObjects {
		result.Objects, cut = slices.Clip(result.Objects[:maxObjects]), true
	}
	kept := result.Files[:0:0]
	for i := range result.Files {
		if result.Files[i].Object < maxObjects && len(kept) < maxFiles {
			kept = append(kept, result.Files[i])
		}
	}
	if len(kept) < len(result.Files) {
		result.Files, cut = kept, true
	}
	if len(result.Problems) > maxProblems {
		result.Problems = slices.Clip(result.Problems[:maxProblems])
		cut = true
	}
	if len(result.Scalars) > maxProblems {
		result.Scalars = slices.Clip(result.Scalars[:maxProblems])
	}
	return cut
}
