package engine

import (
	"slices"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// unjudged are the places in which not all that a rule looks at can be told: what
// is found there once it can be read is not known, so nothing there is unused.
type unjudged struct {
	files map[string]*manifest.File
	spans map[string][]manifest.Span // by path; with an end at their start, all of the file
}

func (r *run) unjudged(sources []*manifest.File) *unjudged {
	u := &unjudged{files: make(map[string]*manifest.File, len(sources)), spans: make(map[string][]manifest.Span)}
	add := func(span manifest.Span) { u.spans[span.Path] = append(u.spans[span.Path], span) }
	for _, file := range sources {
		u.files[file.Path] = file
		if len(file.Broken) > 0 || slices.ContainsFunc(file.Docs, func(doc *manifest.Doc) bool { return doc.Template != nil }) {
			add(manifest.Span{Path: file.Path})
		}
	}
	for _, id := range r.incomplete {
		if doc := r.linked.Doc(id); doc.Origin != nil {
			at, _ := doc.Locate("/spec/parameters/objects", manifest.Value)
			add(manifest.Span{Path: at.Path})
		} else {
			add(doc.File.Span(doc.Start, doc.End))
		}
	}
	return u
}

// keepIncomplete notes a class of which not all mounted files are known.
func (r *run) keepIncomplete(e *link.Environment) {
	if class := e.Resources.Class; class != nil && !e.Complete {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.incomplete = append(r.incomplete, class.ID)
	}
}

// holds tells whether an ignore is for such a place: a value that is a template,
// or what stands in one of the spans.
func (u *unjudged) holds(ignore *config.Ignore) bool {
	file := u.files[ignore.Span.Path]
	if file != nil && slices.ContainsFunc(ignore.Lines, func(line int) bool { return manifest.Unknown(file.Line(line)) }) {
		return true
	}
	return slices.ContainsFunc(u.spans[ignore.Span.Path], func(span manifest.Span) bool {
		start := ignore.Span.Start
		return ignore.Kind == config.KindFileComment || !span.Start.Before(span.End) || !start.Before(span.Start) && start.Before(span.End)
	})
}
