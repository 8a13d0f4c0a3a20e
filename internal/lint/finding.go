package lint

import "example.com/mxlint/internal/manifest"

// ObjectID names a Kubernetes object as its manifest does; a part that is not
// written is empty.
type ObjectID struct {
	APIVersion, Kind, Namespace, Name string
}

// Finding is one thing that is wrong, or worth knowing, at one place. It is
// made once, by package policy, and walks unchanged in kind to every reporter.
type Finding struct {
	Rule     string // ID, "category/name"
	Severity Severity
	Message  string // one line, lower case, without control characters and secret values
	Span     manifest.Span
	// Object is the resource that the finding is about; zero for a broken file.
	Object ObjectID
	// Environment is "namespace/name", or the name where no namespace is
	// written; empty where the finding belongs to none.
	Environment string
	// Deployment names the rendered kustomization or chart that the finding
	// comes from, empty for a plain file.
	Deployment string
	// Pointer is the printed path of the value within its document, empty
	// where there is none.
	Pointer string
	// Subject tells findings apart that one rule may have at one place (the
	// key group, the key); empty where there can be only one.
	Subject string
	Related []Note
	Fix     *Fix // nil where nothing is offered
	// NoFix says why a fix that the rule has is not offered here; empty where it
	// is, and where the rule has none.
	NoFix string
	// Fingerprint identifies the finding across runs, without its line.
	Fingerprint string
	// Suppressed is nil for a live finding.
	Suppressed *Suppression
}

// Note points at another place that a finding speaks of.
type Note struct {
	Span    manifest.Span
	Message string
}

// Fix is a proposed change. Edits do not overlap and are sorted by path and place,
// and need not be in the file of the finding; all of them are needed. Unsafe marks
// a fix that rests on a guess.
type Fix struct {
	Title  string
	Unsafe bool
	Edits  []manifest.Edit
	// Secret tells that the edits hold a secret value: they can be made, and
	// must not be shown.
	Secret bool
}

// Elsewhere is the first file beside the one at path that the fix changes, "" where
// there is none.
func (f *Fix) Elsewhere(path string) string {
	for _, edit := range f.Edits {
		if edit.Span.Path != path {
			return edit.Span.Path
		}
	}
	return ""
}
