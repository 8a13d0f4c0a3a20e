package render

import (
	"context"
	"errors"

	"example.com/mxlint/internal/manifest"
)

// Options are what the walk found, and how to treat it.
type Options struct {
	// Kustomizations are the files named kustomization.yaml, kustomization.yml
	// or Kustomization, as named by the walk. Those of another API group are
	// ignored.
	Kustomizations []string
	// Charts are the files named Chart.yaml.
	Charts []string
	// Wanted reports whether a file's bytes mention one of our kinds. A
	// deployment none of whose files is wanted is neither rendered nor
	// reported.
	Wanted func(data []byte) bool
	// Decode reads the relevant documents of one file.
	Decode func(path string, data []byte) *manifest.File
	// Overlay holds bytes that replace those of files, by the path as given.
	Overlay map[string][]byte
	// Limits bound what is read; the zero value means the defaults.
	Limits manifest.Limits
	// Helm says how to render charts; nil means not to.
	Helm *Helm
}

// Deployment is a rendered kustomization or chart.
type Deployment struct {
	// Root is the kustomization file, or the Chart.yaml.
	Root string
	// Name is the folder of Root; messages use it to name the deployment.
	Name string
	// Files hold the rendered documents; each has its Origin.
	Files []*manifest.File
	// Sources are the files that origins may be in.
	Sources []*manifest.File
}

// Kind is the kind of a problem.
type Kind int

// The kinds of problems.
const (
	// Syntax is a kustomization or chart that does not render.
	Syntax Kind = iota
	// Unrendered is one that is not rendered, because rendering it would fetch
	// or execute something.
	Unrendered
)

// Problem is a deployment that was not rendered, located at the entry to blame.
type Problem struct {
	Kind    Kind
	Span    manifest.Span
	Message string
	// File is the file of Span; nil if it was not read.
	File *manifest.File
	// Deployments names those that cannot be checked because of the problem, by
	// path.
	Deployments []string
}

// Result is the result of rendering kustomizations and charts. Deployments are
// ordered by path.
type Result struct {
	Deployments []*Deployment
	Problems    []*Problem

	consumed map[string]bool // real paths
	folders  map[string]string
	users    map[string][]string // deployments by the real folders of their files
}

// Render renders the charts, and the kustomizations that no other one of the
// run refers to. The error joins what kept charts from being tried at all, such
// as a missing helm; the result contains the rest nonetheless, and is nil only
// if ctx is done.
func Render(ctx context.Context, o Options) (*Result, error) {
	if o.Limits == (manifest.Limits{}) {
		o.Limits = manifest.DefaultLimits()
	}
	r := &renderer{
		ctx: ctx, options: o,
		disk:    newDisk(o.Limits.FileBytes, o.Overlay),
		result:  &Result{consumed: make(map[string]bool), folders: make(map[string]string), users: make(map[string][]string)},
		decoded: make(map[string]*manifest.File),
		shared:  newSources(),
	}
	charts := r.charts()
	r.kustomizations(charts)
	err := r.renderCharts(charts)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	sortProblems(r.result.Problems)
	return r.result, err
}

// renderer is the state of one run.
type renderer struct {
	ctx     context.Context
	options Options
	disk    *disk
	result  *Result
	tree    *tree
	decoded map[string]*manifest.File // sources, by real path
	shared  *sources
}

// errTooLarge is the error for a file that no cluster would accept.
var errTooLarge = errors.New("it is larger than any manifest")

// decode reads a source file once.
func (r *renderer) decode(path, real string) *manifest.File {
	if file, known := r.decoded[real]; known {
		return file
	}
	var file *manifest.File
	if data, err := r.disk.ReadFile(real); err == nil {
		file = r.options.Decode(path, data)
	}
	r.decoded[real] = file
	return file
}
