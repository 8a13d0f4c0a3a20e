package engine

import (
	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// Outcome is what a run leaves behind.
type Outcome struct {
	lint.Result
	Catalog *lint.Catalog
	// Errors are files that could not be read, and environments that could not
	// be judged; the rest is reported all the same.
	Errors []error
	// Internal tells that one of the errors is a failure of our own.
	Internal bool
	// Notes are files that were left unchecked without harm.
	Notes []string
	// Ignores are the suppressions of the run, used or not.
	Ignores []config.IgnoreFact
	// Off are the findings that the configuration switches off.
	Off []lint.Finding
	// Reading says what was read; complete with Options.Verbose only.
	Reading Reading
	// Gone are entries of the baseline that match nothing any more.
	Gone []config.Entry
	// Mask hides what may be secret on a line (from 1) that is shown.
	Mask func(path string, line int, text string) string
	// Texts are the decoded texts of standard input by name; files on disk are
	// read again for excerpts.
	Texts map[string]string

	files []*manifest.File // that findings stand in
	// inputs are the paths of what was read and is no report or baseline: manifests,
	// kustomizations, charts, policies.
	inputs []string
	whole  []lint.Finding // also those outside of the files asked for
}
