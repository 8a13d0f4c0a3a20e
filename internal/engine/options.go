package engine

import (
	"io"
	"io/fs"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/internal/render"
)

// Options is what a run is told. Rules, Policies and Schemas have to be given, and
// Stdin where Paths name it; the zero value of every other field is a sensible one.
type Options struct {
	// Paths are files, folders and "-" for Stdin.
	Paths     []string
	Stdin     io.Reader
	StdinName string // what findings call standard input; "<stdin>" if empty

	Rules, Policies, Schemas fs.FS
	Custom                   map[string]fs.FS // folders of custom policies, by name

	// PolicyLimits bound what custom policies may take.
	PolicyLimits policy.Limits
	// evaluator are these rules, compiled before; nil for none.
	evaluator *policy.Evaluator

	Config *config.Config // nil for none
	// Operators are versions that were given on the command line.
	Operators []link.Version
	// Overlay holds bytes that are judged in place of those of files on disk, by
	// path as the walk names them, or by the name of standard input. Rendering
	// reads the disk alone.
	Overlay map[string][]byte
	Exclude []string // globs, relative to the working directory
	// Only, Enable and Disable are globs of rule IDs.
	Only, Enable, Disable []string
	Baseline              *config.Baseline
	Helm                  *render.Helm
	Limits                manifest.Limits
	Fixes                 bool // work out the edits of fixes
	Verbose               bool // note what was read in Outcome.Reading

	// What only tests set.
	workers    int  // 0: as many as there are processors
	unfiltered bool // every file is parsed
	strict     bool // rules are compiled in full
}
