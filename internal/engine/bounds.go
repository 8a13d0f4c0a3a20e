package engine

import (
	"slices"

	"example.com/mxlint/internal/link"
)

// maxFaults is how many facts of one kind are judged. Manifests written by people have
// a handful; a document built to have a hundred thousand would be judged for minutes,
// only to repeat the same finding.
const maxFaults = 500

// bound truncates the facts of a subject, and notes how many it dropped.
func (r *run) bound(subject *link.Subject) {
	cut := 0
	for i := range subject.Documents {
		d := &subject.Documents[i]
		cut += bounded(&d.Violations, maxFaults) + bounded(&d.UnknownFields, maxFaults) + bounded(&d.NonStrings, maxFaults) +
			bounded(&d.Duplicates, maxFaults) + bounded(&d.Placeholders, maxFaults)
		if cut > 0 {
			r.note("%q: %d faults behind the first %d of their kind are not reported", d.Path, cut, maxFaults)
			cut = 0
		}
	}
	if app := subject.Resources.App; app != nil {
		cut += bounded(&app.Settings, maxFaults)
	}
	if class := subject.Resources.Class; class != nil {
		cut += bounded(&class.SecretObjects, maxFaults)
		if class.Cut {
			r.note("environment %q: `objects` holds too much to be judged whole; what is far down in it is not reported", subject.ID)
		}
	}
	if cut > 0 {
		r.note("environment %q: %d faults and settings behind the first %d of their kind are not reported", subject.ID, cut, maxFaults)
	}
}

// bounded truncates a list and returns the number of items removed.
func bounded[T any](list *[]T, limit int) (cut int) {
	if cut = len(*list) - limit; cut <= 0 {
		return 0
	}
	*list = slices.Clip((*list)[:limit])
	return cut
}
