package schema

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/spelling"
)

// fieldIndex knows the dotted paths of all fields of a kind by name, including
// the usual parameters. Fields in lists are left out: they have no single path.
type fieldIndex struct {
	parents map[string][]string // by field, the dotted mappings that have it, outermost first
	names   []string            // sorted
}

func newFieldIndex(root *shape) *fieldIndex {
	g := &fieldIndex{parents: map[string][]string{}}
	g.collect(root, "")
	for name, parents := range g.parents {
		slices.SortStableFunc(parents, func(a, b string) int { return depth(a) - depth(b) })
		g.names = append(g.names, name)
	}
	slices.Sort(g.names)
	return g
}

func (g *fieldIndex) collect(s *shape, here string) {
	for _, name := range s.names {
		g.parents[name] = append(g.parents[name], here)
		g.collect(s.fields[name], dotted(here, name))
	}
	for _, name := range s.examples {
		g.parents[name] = append(g.parents[name], here)
	}
}

func depth(place string) int {
	if place == "" {
		return 0
	}
	return 1 + strings.Count(place, ".")
}

func dotted(parent, name string) string {
	if parent == "" {
		return name
	}
	return parent + "." + name
}

// within reports whether a dotted path is another one or is below it.
func within(place, above string) bool {
	return above == "" || place == above || strings.HasPrefix(place, above+".")
}

// minDistinctiveLength is the length from which a name is unambiguous by
// itself. A shorter one ("name", "type") may belong to anything.
const minDistinctiveLength = 6

// wrongDepth returns the paths where a field that is too deep or not deep
// enough belongs: above here, or below.
func (g *fieldIndex) wrongDepth(name, here string) string {
	var found []string
	for _, parent := range g.parents[name] {
		if within(here, parent) || within(parent, here) {
			found = append(found, dotted(parent, name))
		}
	}
	return strings.Join(found, " or ")
}

// elsewhere returns the paths where a field of unrelated mappings belongs.
func (g *fieldIndex) elsewhere(name, here string) string {
	if len(name) < minDistinctiveLength {
		return ""
	}
	return g.belongsAt(name, here)
}

func (g *fieldIndex) belongsAt(name, here string) string {
	if places := g.wrongDepth(name, here); places != "" {
		return places
	}
	found := make([]string, 0, len(g.parents[name]))
	for _, parent := range g.parents[name] {
		found = append(found, dotted(parent, name))
	}
	return strings.Join(found, " or ")
}

// misspelt returns the field, of any mapping, that name is a misspelling of.
func (g *fieldIndex) misspelt(name string) string {
	if len(name) < minDistinctiveLength {
		return ""
	}
	return spelling.NearestName(name, g.names)
}
