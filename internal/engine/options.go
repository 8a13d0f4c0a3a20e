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

// Options are the options of a run. Rules, Policies and Schemas are required, and so is
// Stdin if Paths contains "-"; the zero value of every other field is a sensible
// default.
type Options struct {
	// Paths are files, folders and "-" for Stdin.
	Paths     []string
	Stdin     io.Reader
	StdinName string // name of standard input in findings; "<stdin>" if empty

	Rules, Policies, Schemas fs.FS
	Custom                   map[string]fs.FS // folders of custom policies, by name

	// PolicyLimits bounds the resources that custom policies may use.
	PolicyLimits policy.Limits
	// evaluator holds these rules if they are already compiled; otherwise it is nil.
	evaluator *policy.Evaluator

	Config *config.Config // nil for none
	// Operators are the versions given on the command line.
	Operators []link.Version
	// Overlay holds content that is used in place of files on disk, by path as the walk
	// names them, or by the name of standard input. Rendering reads only the disk.
	Overlay map[string][]byte
	Exclude []string // globs, relative to the working directory
	// Only, Enable and Disable are globs of rule IDs.
	Only, Enable, Disable []string
	Baseline              *config.Baseline
	Helm                  *render.Helm
	Limits                manifest.Limits
	Fixes                 bool // work out the edits of fixes
	Verbose               bool // record what was read in Outcome.Reading

	// Set only by tests.
	workers    int  // 0: as many as there are processors
	unfiltered bool // every file is parsed
	strict     bool // rules are compiled in full
}
