package link

import (
	"cmp"
	"path"
	"strings"
)

func folderOf(file string) string { return path.Dir(file) }

// distance returns how far apart two resources are in the tree: 0 in one file, 1 in one
// folder, then one more for each folder between them.
func (m *member) distance(other *member) int {
	if m.file == other.file && m.set == other.set {
		return 0
	}
	return 1 + folderDistance(m.folder, other.folder)
}

// folderDistance counts the folders on the way from one to another.
func folderDistance(a, b string) int {
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

// nextTo reports whether two folders are the same, siblings, or parent and child.
func nextTo(a, b string) bool {
	return a == b || path.Dir(a) == b || a == path.Dir(b) || path.Dir(a) == path.Dir(b)
}

// near reports whether two resources are in one file or folder.
func (m *member) near(other *member) bool { return m.distance(other) <= 1 }

// reachable reports whether two resources can belong together at all: those for two
// clusters never do, and those of two deployments that are rendered separately only if
// one of them adds a single resource to the namespace of the other, for example if
// identities have a kustomization of their own. Otherwise they are two environments.
func (m *member) reachable(other *member) bool {
	return mayBeOne(m.destination, other.destination) &&
		(mayBeOne(m.set, other.set) || m.sameNamespace(other) && (m.alone || other.alone))
}

// markAlone marks the rendered resources whose name no resource of another kind has in
// their deployment.
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

// mayBeOne reports whether two deployments, or two destinations, may be the same; ""
// matches any.
func mayBeOne(a, b string) bool { return a == b || a == "" || b == "" }

// sameNamespace reports whether both namespaces are written and equal.
func (m *member) sameNamespace(other *member) bool {
	return m.namespace.state == known && other.namespace.state == known && m.namespace.text == other.namespace.text
}

// mayShareNamespace reports whether both may be in one namespace: one that is not
// written, or is a template, matches any.
func (m *member) mayShareNamespace(other *member) bool {
	return m.namespace.state != known || other.namespace.state != known || m.namespace.text == other.namespace.text
}

// sameName reports whether both have the same name; a template equals only the same
// template.
func (m *member) sameName(other *member) bool {
	return m.name.text != "" && m.name.text == other.name.text
}

// preference orders the resources that may belong to another. The first difference
// decides, and less is better.
type preference struct {
	deployment int // 1 for another deployment: the own one comes before plain files
	namespaces int // how many others it is not known to share its namespace with
	distance   int
	given      int // 1 if another anchor already has it
}

func (p preference) compare(q preference) int {
	return cmp.Or(cmp.Compare(p.deployment, q.deployment), cmp.Compare(p.namespaces, q.namespaces),
		cmp.Compare(p.distance, q.distance), cmp.Compare(p.given, q.given))
}

func (m *member) preference(other *member) preference {
	p := preference{distance: m.distance(other)}
	if m.namespace.text == "" || m.namespace.text != other.namespace.text {
		p.namespaces = 1 // equal templates are most probably rendered alike
	}
	if m.set != other.set {
		p.deployment = 1
	}
	return p
}
