package link

import (
	"slices"
	"strings"
)

// doubtful reports whether the name of a resource cannot be relied on: it is a
// template, repeated, missing, or invalid in Kubernetes. That is a finding of its own,
// so nothing is called missing or misplaced because of it.
func (m *member) doubtful() bool {
	return m.name.state != known || isNotString(m.name.node) || !isSubdomain(m.name.text)
}

// doubted reports whether a resource of the kind, near enough to be the one that is
// looked for, has a doubtful name, or the name of another one: a copy that was not
// renamed, which is reported.
func (s *search) doubted(anchor *member, kind string) bool {
	return slices.ContainsFunc(s.dubious[kind], func(m *member) bool {
		return m != anchor && (anchor.neighbour(m) || s.inOwnFolder(m) && anchor.nextTo(m))
	})
}

// inOwnFolder reports whether the folder of a resource contains none of ours of another
// kind: if each kind has its own folder, related resources are in different ones.
func (s *search) inOwnFolder(m *member) bool { return !s.mixed[m.folder] }

// nextTo reports whether two resources may belong together whose folders are the same,
// siblings, or parent and child.
func (m *member) nextTo(other *member) bool {
	return m.reachable(other) && m.mayShareNamespace(other) && nextTo(m.folder, other.folder)
}

// neighbour reports whether two resources may belong together, apart from their names.
func (m *member) neighbour(other *member) bool {
	return m.reachable(other) && (m.sameNamespace(other) || m.mayShareNamespace(other) && m.near(other))
}

// isSubdomain reports whether a name is a valid RFC 1123 subdomain, as Kubernetes
// requires.
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
