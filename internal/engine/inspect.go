package engine

import (
	"context"
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// subjects states all facts at once, with the places of mounted files resolved. The
// error is that of ctx.
func (r *run) subjects(ctx context.Context) ([]*link.Subject, error) {
	subjects := make([]*link.Subject, 0, r.linked.Environments())
	for i := range r.linked.Environments() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if subject := r.stateSubject(func() *link.Subject { return r.linked.Subject(i) }); subject != nil {
			subjects = append(subjects, subject)
		}
	}
	r.outcome.Environments = len(subjects)
	if loose := r.stateSubject(r.linked.Loose); loose != nil {
		subjects = append(subjects, loose)
	}
	broken := slices.DeleteFunc(slices.Clone(r.broken), func(b link.Broken) bool { return !r.focus.holds(b.Path) })
	if len(broken) > 0 {
		subjects = append(subjects, &link.Subject{Broken: broken})
	}
	r.outcome.Checked = r.outcome.Environments > 0 || slices.ContainsFunc(broken, func(b link.Broken) bool { return !b.Unrendered })
	return subjects, nil
}

// stateSubject states the facts of a subject; nil if there is none, if it was not asked
// for, or if stating them panicked.
func (r *run) stateSubject(of func() *link.Subject) (subject *link.Subject) {
	defer func() {
		if failure := recover(); failure != nil {
			r.crash(subject, failure)
			subject = nil
		}
	}()
	if subject = of(); subject == nil || !r.isShown(subject) {
		return nil
	}
	r.complete(subject)
	return subject
}

// isShown reports whether a subject has a document in the files asked for.
func (r *run) isShown(subject *link.Subject) bool {
	return slices.ContainsFunc(subject.Documents, func(d link.Document) bool { return r.focus.holds(d.Path) })
}

// complete adds what the schema says about the shape, and where mounted files are
// named.
func (r *run) complete(subject *link.Subject) {
	if err := r.shape(subject); err != nil {
		r.fail(err)
	}
	r.bound(subject)
	for i := range subject.MountedFiles {
		file := &subject.MountedFiles[i]
		if doc := r.linked.Doc(file.At.Doc); doc != nil {
			span, _ := doc.Locate(file.At.Path, manifest.Value)
			file.Path, file.Line, file.Column = span.Path, span.Start.Line, span.Start.Column
		}
	}
	link.HideSecrets(subject)
}
