package link

import (
	"slices"
	"strings"
)

// doubtful tells whether a resource's name is not to be taken at its word: it
// is a template, repeated, missing, or none that Kubernetes takes. That is a
// finding of its own, so nothing is called missing or misplaced because of it.
func (m *member) doubtful() bool {
	return m.name.state != known || noString(m.name.node) || !isSubdomain(m.name.text)
}

// doubted tells whether a resource of the kind, near enough to be the one that
// is looked for, has a doubtful name, or one that another has already: a copy
// that was not renamed, which is told.
func (s *search) doubted(anchor *member, kind string) bool {
	return slices.ContainsFunc(s.dubious[kind], func(m *member) bool {
		return m != anchor && (anchor.neighbour(m) || s.standsApart(m) && anchor.nextTo(m))
	})
}

// standsApart tells whether a resource stands in a folder that holds none of ours
// of another kind: where each kind has a folder, what belongs together is in
// different ones.
func (s *search) standsApart(m *member) bool { return !s.mixed[m.folder] }

// nextTo tells whether two resources may belong together that stand in folders
// beside, above or below each other.
func (m *member) nextTo(other *member) bool {
	return m.reachable(other) && m.mayShareNamespace(other) && nextTo(m.folder, other.folder)
}

// neighbour tells whether two resources may well belong together, names aside.
func (m *member) neighbour(other *member) bool {
	return m.reachable(other) && (m.sameNamespace(other) || m.mayShareNamespace(other) && m.near(other))
}

// isSubdomain tells whether a name is one of RFC 1123, as Kubernetes wants it.
func isSubdomain(name string) bool {
	for _, label := range strings.Split(name, ".") {
		if !isLabel(label) {
			return false
		}
	}
	return len(name) <= 253
}

func isLabel(label string) bool {
	return label != "" && strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && label[0] != '-' && label[len(label)-1] != '-'
}
