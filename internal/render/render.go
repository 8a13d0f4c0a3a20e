package render

import (
	"context"
	"errors"

	"example.com/mxlint/internal/manifest"
)

// Options is what the walk found, and how to judge it.
type Options struct {
	// Kustomizations are the files named kustomization.yaml, kustomization.yml
	// or Kustomization, as the walk named them. Those of another API group are
	// left alone.
	Kustomizations []string
	// Charts are the files named Chart.yaml.
	Charts []string
	// Wanted tells whether a file's bytes name one of our kinds. What none of
	// the files involved is wanted for is neither rendered nor told.
	Wanted func(data []byte) bool
	// Decode reads the documents of interest of one file.
	Decode func(path string, data []byte) *manifest.File
	// Given holds bytes that stand in place of those of files, by the path as it
	// was named.
	Given map[string][]byte
	// Limits bound what is read; the zero value stands for the defaults.
	Limits manifest.Limits
	// Helm says how charts are rendered; nil means that they are not.
	Helm *Helm
}

// Deployment is a rendered kustomization or chart.
type Deployment struct {
	// Root is the kustomization file, or the Chart.yaml.
	Root string
	// Name is the folder of Root, by which messages call the deployment.
	Name string
	// Files hold the rendered documents; each has its Origin.
	Files []*manifest.File
	// Sources are the files in which origins may lie.
	Sources []*manifest.File
}

// Kind tells problems apart.
type Kind int

// The kinds of problems.
const (
	// Syntax is a kustomization or chart that does not render.
	Syntax Kind = iota
	// Unrendered is one that is refused, because rendering it would fetch or
	// execute something.
	Unrendered
)

// Problem is a deployment that was not rendered, at the entry that is to blame.
type Problem struct {
	Kind    Kind
	Span    manifest.Span
	Message string
	// File is the file of Span; nil where it was not read.
	File *manifest.File
	// Deployments names those that the problem keeps from being checked, by path.
	Deployments []string
}

// Result is what became of the kustomizations and charts. Deployments are in
// the order of their paths.
type Result struct {
	Deployments []*Deployment
	Problems    []*Problem

	consumed map[string]bool // real paths
	folders  map[string]string
	users    map[string][]string // deployments by the real folders of their files
}

// Render renders what no other kustomization of the run refers to. The error
// joins what kept charts from being tried at all, such as an absent helm; the
// result holds the rest all the same, and is nil only when ctx ended.
func Render(ctx context.Context, o Options) (*Result, error) {
	if o.Limits == (manifest.Limits{}) {
		o.Limits = manifest.DefaultLimits()
	}
	r := &renderer{
		ctx: ctx, options: o,
		disk:    newDisk(o.Limits.FileBytes, o.Given),
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

// errTooLarge is a file that no cluster would take.
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
