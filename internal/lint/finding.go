package lint

import "example.com/mxlint/internal/manifest"

// ObjectID names a Kubernetes object as its manifest does; omitted parts are
// empty.
type ObjectID struct {
	APIVersion, Kind, Namespace, Name string
}

// Finding is one thing that is wrong, or worth knowing, at one place. It is
// created by package policy, and goes to every reporter.
type Finding struct {
	Rule     string // ID, "category/name"
	Severity Severity
	Message  string // one line, lower case, without control characters and secret values
	Span     manifest.Span
	// Object is the resource that the finding is about; zero for a broken file.
	Object ObjectID
	// Environment is "namespace/name", or the name if no namespace is given;
	// empty if the finding belongs to none.
	Environment string
	// Deployment names the rendered kustomization or chart that the finding
	// comes from, empty for a plain file.
	Deployment string
	// Pointer is the printed path of the value in its document, empty if there
	// is none.
	Pointer string
	// Subject distinguishes findings of one rule at the same place (the key
	// group, the key); empty if there can be only one.
	Subject string
	Related []Note
	Fix     *Fix // nil if none is offered
	// NoFix says why a fix that the rule has is not offered here; empty if it
	// is offered, or if the rule has none.
	NoFix string
	// Fingerprint identifies the finding across runs, without its line.
	Fingerprint string
	// Suppressed is nil for a live finding.
	Suppressed *Suppression
}

// Note points at another place that a finding refers to.
type Note struct {
	Span    manifest.Span
	Message string
}

// Fix is a proposed change. Edits do not overlap and are sorted by path and
// position, and may be in other files than the finding; all of them are needed.
// Unsafe marks a fix that rests on a guess.
type Fix struct {
	Title  string
	Unsafe bool
	Edits  []manifest.Edit
	// Secret reports whether the edits contain a secret value: they can be
	// applied, but must not be shown.
	Secret bool
}

// Elsewhere returns the first file other than the one at path that the fix
// changes, "" if there is none.
func (f *Fix) Elsewhere(path string) string {
	for _, edit := range f.Edits {
		if edit.Span.Path != path {
			return edit.Span.Path
		}
	}
	return ""
}
