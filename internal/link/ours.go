package link

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/spelling"
)

// claim decides which members are ours: every MendixApp; a class or account
// that is annotated, however badly, or named as a MendixApp or as an annotated
// resource of the other kind; a class that mounts a file no other product
// would name so.
func claim(members []*member, tables *Tables) {
	for _, group := range byName(members) {
		for _, m := range group {
			switch m.kind {
			case kindApp:
				m.ours = true
			default:
				m.ours = m.annotated() || namedAs(m, group, kindApp)
			}
		}
		for _, m := range group {
			if m.kind == kindClass && !m.ours {
				m.ours = annotatedTwin(m, group) || mountsFixedKey(m, tables)
			}
		}
		for _, m := range group {
			if m.kind == kindAccount && !m.ours {
				m.ours = namedAs(m, group, kindClass) && oursOf(m, group, kindClass)
			}
		}
	}
}

// namedAs tells whether a resource of the kind carries the member's name,
// where both can be reached from one another. Namespaces may differ: that is a
// finding, not a stranger, unless nothing else speaks for the member.
func namedAs(m *member, group []*member, kind string) bool {
	for _, other := range group {
		if other.kind == kind && other != m && m.name.text != "" && m.reachable(other) && m.mayShareNamespace(other) {
			return true
		}
	}
	return false
}

func oursOf(m *member, group []*member, kind string) bool {
	for _, other := range group {
		if other.kind == kind && other.ours && m.reachable(other) && m.mayShareNamespace(other) {
			return true
		}
	}
	return false
}

func annotatedTwin(m *member, group []*member) bool {
	for _, other := range group {
		if other.kind == kindAccount && other.annotated() && m.reachable(other) && m.mayShareNamespace(other) {
			return true
		}
	}
	return false
}

// mountsFixedKey tells whether the text of `objects` names a file that only
// Mendix reads. A look at the text is enough: the names are long and peculiar.
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
		for _, prefix := range []string{"mx-const-", "mx-runtime-", "mx-admin-", "mx-debugger-"} {
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

// namesWord tells whether a word stands in a line with nothing around it that
// would make it part of a longer name.
func namesWord(line, word string) bool {
	return spelling.Occurs(line, word, func(start, end int) bool { return spelling.StandsAlone(line, start, end, spelling.IsNameByte) })
}

// twins finds resources that Kubernetes takes for one: of equal kind and name,
// in one written namespace, or in none and in one folder. Rendered deployments
// are apart. The later one is taken out of linking.
func twins(members []*member) map[*member]*member {
	twin := make(map[*member]*member)
	for _, group := range byName(members) {
		for i, m := range group {
			for _, earlier := range group[:i] {
				if earlier.kind == m.kind && earlier.ours && m.ours && earlier.set == m.set && earlier.destination == m.destination && m.name.state == known && twin[earlier] == nil &&
					(m.sameNamespace(earlier) && m.namespace.state == known || m.namespace.node == nil && earlier.namespace.node == nil && m.near(earlier)) {
					twin[m] = earlier
					m.taken = true
					break
				}
			}
		}
	}
	return twin
}
