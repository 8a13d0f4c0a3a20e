package link

import (
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/spelling"
)

// claim decides which members are ours: every MendixApp; a class or account that has
// the annotation, however malformed, or has the name of a MendixApp or of an annotated
// resource of the other kind; and a class that mounts a file with a name that no other
// product uses.
func claim(members []*member, tables *Tables) {
	for _, group := range byName(members) {
		for _, m := range group {
			switch m.kind {
			case KindApp:
				m.ours = true
			default:
				m.ours = m.annotated() || m.hasNamesake(group, KindApp, func(*member) bool { return true })
			}
		}
		for _, m := range group {
			if m.kind == KindClass && !m.ours {
				m.ours = m.hasNamesake(group, KindAccount, (*member).annotated) || mountsFixedKey(m, tables)
			}
		}
		for _, m := range group {
			if m.kind == KindAccount && !m.ours {
				m.ours = m.hasNamesake(group, KindClass, func(class *member) bool { return class.ours })
			}
		}
	}
}

// hasNamesake reports whether a resource of the kind has the member's name and
// satisfies such, if the two can be reached from each other and may be in one
// namespace.
func (m *member) hasNamesake(group []*member, kind string, such func(*member) bool) bool {
	return m.name.text != "" && slices.ContainsFunc(group, func(other *member) bool {
		return other.kind == kind && other != m && such(other) && m.reachable(other) && m.mayShareNamespace(other)
	})
}

// mountsFixedKey reports whether the text of `objects` names a file that only Mendix
// reads. Searching the text is enough: the names are long and distinctive.
func mountsFixedKey(m *member, tables *Tables) bool {
	objects := m.at("spec", "parameters", "objects")
	if objects.node == nil || objects.node.Kind != yaml.ScalarNode {
		return false
	}
	for _, line := range strings.Split(objects.node.Value, "\n") {
		bare := strings.TrimLeft(line, " \t-")
		if strings.HasPrefix(bare, "#") {
			continue
		}
		for _, prefix := range []string{constPrefix, runtimePrefix, "mx-admin-", "mx-debugger-"} {
			if strings.Contains(bare, prefix) {
				return true
			}
		}
		for i := range tables.Keys {
			if tables.Keys[i].Fixed && namesWord(bare, tables.Keys[i].Key) {
				return true
			}
		}
	}
	return false
}

// namesWord reports whether a word is in a line without being part of a longer name.
func namesWord(line, word string) bool {
	return spelling.AnyOccurrence(line, word, func(start, end int) bool { return spelling.IsWholeWord(line, start, end, spelling.IsNameByte) })
}

// twins finds resources that are one to Kubernetes: of the same kind and name, in the
// same written namespace, or without a namespace in one folder. Rendered deployments
// are separate. The later one is excluded from linking.
func twins(members []*member) map[*member]*member {
	twin := make(map[*member]*member)
	for _, group := range byName(members) {
		for i, m := range group {
			for _, earlier := range group[:i] {
				if twin[earlier] == nil && isTwin(earlier, m) {
					twin[m] = earlier
					m.taken = true
					break
				}
			}
		}
	}
	return twin
}

func isTwin(a, b *member) bool {
	if a.kind != b.kind || !a.ours || !b.ours || a.set != b.set || a.destination != b.destination || b.name.state != known {
		return false
	}
	return b.sameNamespace(a) || a.namespace.node == nil && b.namespace.node == nil && b.near(a)
}
