package engine

import (
	"fmt"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/render"
)

// brokenRendered states which of our rendered documents cannot be read. Output of
// kustomize is YAML, but may exceed a limit: the place is that of a source that exceeds
// it too, once for all overlays, or else the root of the deployment.
func (r *run) brokenRendered() []link.Broken {
	if r.rendered == nil {
		return nil
	}
	var facts []link.Broken
	reported := make(map[*manifest.Broken]bool)
	for _, deployment := range r.rendered.Deployments {
		broken := ourBroken(deployment.Files)
		if len(broken) == 0 {
			continue
		}
		sources := ourBroken(deployment.Sources)
		for i, broken := range broken {
			if broken.Source != "" { // helm prints any text, and names its template
				facts = append(facts, brokenFact(broken))
				continue
			}
			for _, source := range sources {
				if !reported[source] {
					reported[source] = true
					facts = append(facts, brokenFact(source))
				}
			}
			if i >= len(sources) {
				facts = append(facts, brokenRoot(deployment, broken))
			}
		}
	}
	return facts
}

// ourBroken returns the documents that cannot be read and name what is ours.
func ourBroken(files []*manifest.File) (ours []*manifest.Broken) {
	for _, file := range files {
		for _, broken := range file.Broken {
			if link.MentionsOurs(broken.Text) {
				ours = append(ours, broken)
			}
		}
	}
	return ours
}

func brokenRoot(deployment *render.Deployment, broken *manifest.Broken) link.Broken {
	at := manifest.Pos{Line: 1, Column: 1}
	return link.Broken{
		Path: deployment.Root, Line: at.Line, Column: at.Column, Source: broken.Source,
		Message: fmt.Sprintf("as %q renders it, %s", deployment.Name, broken.Message),
		At:      link.InFile(manifest.Span{Path: deployment.Root, Start: at, End: at}),
	}
}
