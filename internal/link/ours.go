package link

import (
	"slices"
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

// hasNamesake tells whether a resource of the kind carries the member's name and
// is such, where the two can be reached from one another and may stand in one
// namespace.
func (m *member) hasNamesake(group []*member, kind string, such func(*member) bool) bool {
	return m.name.text != "" && slices.ContainsFunc(group, func(other *member) bool {
		return other.kind == kind && other != m && such(other) && m.reachable(other) && m.mayShareNamespace(other)
	})
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
