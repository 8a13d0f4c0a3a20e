package engine

import (
	"os"
	"path"
	"path/filepath"
	"slices"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/render"
)

// ownInputs returns the paths of what was read, except for what mxlint itself has
// written there: its reports and baselines name no kind.
func (r *run) ownInputs(sources []*manifest.File) []string {
	inputs := slices.Concat(r.found.kustomizations, r.found.charts)
	for _, file := range sources {
		if render.IsKustomization(path.Base(file.Path)) || slices.ContainsFunc(file.Docs, func(doc *manifest.Doc) bool { return doc.Kind != "" }) {
			inputs = append(inputs, file.Path)
		}
	}
	for i := range r.broken {
		inputs = append(inputs, r.broken[i].Path)
	}
	for _, file := range r.accessFiles {
		inputs = append(inputs, file.Path)
	}
	if r.Config != nil {
		inputs = append(inputs, r.Config.Path)
	}
	return inputs
}

// Read reports whether a file that is to be written is one that the run has read, under
// whatever name, and that nobody wants to lose.
func (o *Outcome) Read(name string) bool {
	info, err := os.Stat(name)
	return err == nil && slices.ContainsFunc(o.inputs, func(input string) bool {
		known, err := os.Stat(filepath.FromSlash(input))
		return err == nil && os.SameFile(info, known)
	})
}
