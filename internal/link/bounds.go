package link

import (
	"slices"

	"example.com/mxlint/internal/link/provider"
)

// How much of one class is taken in. A mount that works has some fifty files;
// what was made to have a hundred thousand would be judged for minutes.
const (
	maxObjects  = 500
	maxFiles    = 1_000
	maxProblems = 500
)

// boundResult cuts what a provider makes of a class. It tells whether something
// was cut: then what the class mounts, or what is wrong with it, is not known.
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
