package engine

import (
	"context"
	"maps"
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/render"
)

// render renders kustomizations and charts; a file that belongs to one is no longer a
// plain file.
func (r *run) render(ctx context.Context) {
	for _, file := range r.files {
		render.MarkSources(file)
	}
	if len(r.found.kustomizations) == 0 && len(r.found.charts) == 0 {
		return
	}
	rendered, err := render.Render(ctx, render.Options{
		Kustomizations: r.found.kustomizations, Charts: r.found.charts, Helm: r.Helm, Limits: r.Limits,
		Overlay: r.givenFiles(),
		Wanted:  func(data []byte) bool { return link.MentionsOurs(string(data)) },
		Decode:  func(name string, data []byte) *manifest.File { return manifest.Decode(name, data, r.Limits, nil) },
	})
	if err != nil {
		r.fail(err)
	}
	if rendered == nil {
		return
	}
	r.rendered = rendered
	r.files = slices.DeleteFunc(r.files, func(file *manifest.File) bool {
		if !rendered.Consumed(file.Path) {
			return false
		}
		r.consumed = append(r.consumed, file)
		return true
	})
	r.removeUnlisted()
	for _, problem := range rendered.Problems {
		message := problem.Message
		if len(problem.Deployments) > 1 {
			message += " (in " + listed(problem.Deployments) + ")"
		}
		r.broken = append(r.broken, link.Broken{
			Path: problem.Span.Path, Line: problem.Span.Start.Line, Column: problem.Span.Start.Column,
			Message: message, Unrendered: problem.Kind == render.Unrendered, Rendering: true, At: link.InFile(problem.Span),
		})
	}
}

// givenFiles returns the content that replaces files on disk. Standard input is not
// part of it unless it has the name of a file that was walked.
func (r *run) givenFiles() map[string][]byte {
	given := maps.Clone(r.Overlay)
	if !slices.Contains(r.found.files, r.stdin()) {
		delete(given, r.stdin())
	}
	return given
}

// allFiles returns the plain files and the rendered ones.
func (r *run) allFiles() []*manifest.File {
	files := slices.Clone(r.files)
	if r.rendered != nil {
		for _, deployment := range r.rendered.Deployments {
			files = append(files, deployment.Files...)
		}
	}
	return files
}
