package link

import (
	"cmp"
	"path"
	"strings"
)

func folderOf(file string) string { return path.Dir(file) }

// distance counts how far apart two resources stand in the tree: 0 in one
// file, 1 in one folder, then one more for each folder on the way.
func (m *member) distance(other *member) int {
	if m.file == other.file && m.set == other.set {
		return 0
	}
	return 1 + apart(m.folder, other.folder)
}

// apart counts the folders on the way from one to another.
func apart(a, b string) int {
	if a == "." {
		a = ""
	}
	if b == "." {
		b = ""
	}
	common := 0 // bytes of the path that both share, up to a slash
	for i := 0; ; i++ {
		endA, endB := i == len(a) || a[i] == '/', i == len(b) || b[i] == '/'
		if endA && endB {
			common = i
		}
		if i == len(a) || i == len(b) || a[i] != b[i] {
			return depth(a[common:]) + depth(b[common:])
		}
	}
}

// depth counts the folders of the rest of a path.
func depth(rest string) int {
	if rest == "" || rest == "/" {
		return 0
	}
	return 1 + strings.Count(rest[1:], "/")
}

// nextTo tells whether a folder is another one, or the next beside, above or
// below it.
func nextTo(a, b string) bool {
	return a == b || path.Dir(a) == b || a == path.Dir(b) || path.Dir(a) == path.Dir(b)
}

// near tells whether two resources stand in one file or folder.
func (m *member) near(other *member) bool { return m.distance(other) <= 1 }

// reachable tells whether two resources can belong together at all: two clusters
// never do, and two deployments that are rendered apart only where one of them
// brings a single resource into the namespace of the other, as where identities
// have a kustomization of their own. Otherwise they are two environments.
func (m *member) reachable(other *member) bool {
	return mayBeOne(m.destination, other.destination) &&
		(mayBeOne(m.set, other.set) || m.sameNamespace(other) && (m.alone || other.alone))
}

// markAlone finds the rendered resources without any of another kind of their
// name beside them in their deployment.
func markAlone(members []*member) {
	type place struct{ set, name string }
	kinds := make(map[place]map[string]bool)
	for _, m := range members {
		if m.set == "" {
			continue
		}
		at := place{m.set, m.name.text}
		if kinds[at] == nil {
			kinds[at] = make(map[string]bool, 1)
		}
		kinds[at][m.kind] = true
	}
	for _, m := range members {
		m.alone = len(kinds[place{m.set, m.name.text}]) == 1
	}
}

// mayBeOne tells whether two deployments, or two destinations, may be the same;
// "" is any.
func mayBeOne(a, b string) bool { return a == b || a == "" || b == "" }

// sameNamespace tells whether both namespaces are written and equal.
func (m *member) sameNamespace(other *member) bool {
	return m.namespace.state == known && other.namespace.state == known && m.namespace.text == other.namespace.text
}

// mayShareNamespace tells whether both may be in one namespace: one that is
// not written, or is a template, matches any.
func (m *member) mayShareNamespace(other *member) bool {
	return m.namespace.state != known || other.namespace.state != known || m.namespace.text == other.namespace.text
}

// sameName tells whether both carry one name; a template is equal to the same
// template only.
func (m *member) sameName(other *member) bool {
	return m.name.text != "" && m.name.text == other.name.text
}

// preference orders the resources that may belong to another. The first
// difference decides, and less is better.
type preference struct {
	deployment int // 1 of another one: the own deployment comes before plain files
	namespaces int // how many others it is not known to share its namespace with
	distance   int
	given      int // 1 where another one has it already
}

func (p preference) compare(q preference) int {
	return cmp.Or(cmp.Compare(p.deployment, q.deployment), cmp.Compare(p.namespaces, q.namespaces),
		cmp.Compare(p.distance, q.distance), cmp.Compare(p.given, q.given))
}

func (m *member) preference(other *member) preference {
	p := preference{distance: m.distance(other)}
	if m.namespace.text == "" || m.namespace.text != other.namespace.text {
		p.namespaces = 1 // one template is most probably filled in alike
	}
	if m.set != other.set {
		p.deployment = 1
	}
	return p
}
