package engine

import (
	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// Outcome is the result of a run.
type Outcome struct {
	lint.Result
	Catalog *lint.Catalog
	// Errors are about files that could not be read, and environments that could not be
	// judged; the rest is still reported.
	Errors []error
	// Internal is set if one of the errors is a failure of mxlint itself.
	Internal bool
	// Notes are about files that were left unchecked without harm.
	Notes []string
	// Ignores are the ignores of the run, used or not.
	Ignores []config.IgnoreFact
	// Off are the findings that the configuration switches off.
	Off []lint.Finding
	// Reading is what was read; complete only with Options.Verbose.
	Reading Reading
	// Gone are entries of the baseline that no longer match anything.
	Gone []config.Entry
	// Mask hides what may be secret in a line (counted from 1) that is shown.
	Mask func(path string, line int, text string) string
	// Texts are the decoded texts of standard input, by name; files on disk are read
	// again for excerpts.
	Texts map[string]string

	files []*manifest.File // those that findings may be in
	// inputs are the paths of what was read and is not a report or baseline: manifests,
	// kustomizations, charts, policies.
	inputs []string
	whole  []lint.Finding // including those outside the files asked for
}
