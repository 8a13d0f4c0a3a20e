package engine

import (
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// subjects states all facts at once, with the places of mounted files worked
// out.
func (r *run) subjects() []*link.Subject {
	var subjects []*link.Subject
	for i := range r.linked.Environments() {
		subject := r.linked.Subject(i)
		if err := r.shape(subject); err != nil {
			r.fail(err)
		}
		for f := range subject.MountedFiles {
			file := &subject.MountedFiles[f]
			if doc := r.linked.Doc(file.At.Doc); doc != nil {
				span, _ := doc.Locate(file.At.Path, manifest.Value)
				file.Path, file.Line, file.Column = span.Path, span.Start.Line, span.Start.Column
			}
		}
		subjects = append(subjects, subject)
	}
	if loose := r.linked.Loose(); loose != nil {
		if err := r.shape(loose); err != nil {
			r.fail(err)
		}
		subjects = append(subjects, loose)
	}
	if len(r.broken) > 0 {
		subjects = append(subjects, &link.Subject{Broken: r.broken})
	}
	return subjects
}
