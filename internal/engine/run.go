package engine

import (
	"context"
	"io/fs"
	"sync"

	"golang.org/x/sync/errgroup"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/internal/render"
	"example.com/mxlint/internal/schema"
)

// run carries what one stage hands to the next.
type run struct {
	*Options
	outcome *Outcome
	focus   focus

	words *manifest.Words // those that make a document worth parsing
	// loaded waits for the tables and the catalog.
	loaded func() error
	tables *link.Tables
	shapes *schema.Shapes
	rules  *compiling
	inputs *policy.Inputs
	// inspecting adds facts that only readers look at.
	inspecting bool

	files       []*manifest.File // those that name our kinds, sorted by path
	consumed    []*manifest.File // those of them that belong to a rendered deployment
	unlisted    []link.Unlisted  // those next to a kustomization that does not list them
	accessFiles []*access.File   // Vault and AWS policies kept next to the manifests
	found       found
	rendered    *render.Result
	linked      *link.Run
	broken      []link.Broken
	findings    []lint.Finding
	needs       []access.Need // by environment
	doubtful    []doubtful
	mu          sync.Mutex      // guards the outcome while facts are stated and judged
	noted       map[string]bool // the notes made by note, also guarded by mu
}

// Lint goes all the way from arguments to settled findings. An error means that nothing
// could be judged: a policy that does not compile, a glob that matches no rule. Errors
// about single files are in Outcome.Errors.
func Lint(ctx context.Context, options Options) (*Outcome, error) {
	r, err := prepare(ctx, &options)
	if err != nil {
		return nil, err
	}
	outcome, err := r.lint(ctx)
	if err == nil {
		withoutSecretFixes(outcome.Findings)
	}
	return outcome, err
}

func (r *run) lint(ctx context.Context) (*Outcome, error) {
	if err := r.gather(ctx); err != nil {
		return nil, err
	}
	if r.Verbose {
		r.recordReading()
	}
	if err := r.judge(ctx); err != nil { // facts -> findings, shapes on the way
		return nil, err
	}
	if err := r.settle(ctx); err != nil { // severities, ignores, baseline, order
		return nil, err
	}
	return r.outcome, nil
}

// gather goes from arguments to environments.
func (r *run) gather(ctx context.Context) error {
	if err := keepStdin(r.Options); err != nil {
		return err
	}
	r.walk() // arguments -> files
	// bytes -> documents that know their positions
	if err := r.decode(ctx); err != nil {
		return err
	}
	if err := r.loaded(); err != nil {
		return err
	}
	r.render(ctx)
	r.link() // documents -> environments
	return nil
}

// Inspect stops at the facts: it returns the subjects that the rules would judge,
// environments first; Outcome.Environments counts these. If a file is named, only the
// subjects that have a document in it are returned.
func Inspect(ctx context.Context, options Options) ([]*link.Subject, *Outcome, error) {
	r, err := prepare(ctx, &options)
	if err != nil {
		return nil, nil, err
	}
	r.inspecting = true
	if err := r.gather(ctx); err != nil {
		return nil, nil, err
	}
	subjects, err := r.subjects(ctx)
	if err != nil {
		return nil, nil, err
	}
	return subjects, r.outcome, nil
}

func prepare(ctx context.Context, options *Options) (*run, error) {
	r := &run{Options: options, outcome: &Outcome{Texts: make(map[string]string)}}
	if r.Limits == (manifest.Limits{}) {
		r.Limits = manifest.DefaultLimits()
	}
	r.load()
	if err := r.checkRuleGlobs(); err != nil {
		return nil, err
	}
	r.words = link.Words()
	r.shapes = schema.New(options.Schemas)
	r.inputs = new(policy.Inputs)
	r.rules = newCompiling(ctx, options, r.shapes, r.runs)
	return r, nil
}

// load reads the tables and the catalog during the walk: a millisecond or two each.
func (r *run) load() {
	var group errgroup.Group
	group.Go(func() (err error) {
		r.tables, err = link.LoadTables(subfolder(r.Policies, "data"))
		return err
	})
	group.Go(func() (err error) {
		r.outcome.Catalog, err = Catalog(r.Options, false)
		return err
	})
	r.loaded = group.Wait
}

func subfolder(fsys fs.FS, name string) fs.FS {
	sub, err := fs.Sub(fsys, name)
	if err != nil {
		return fsys // only an invalid name fails, and ours are constant
	}
	return sub
}
