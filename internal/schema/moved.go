package schema

import (
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// movedGroup identifies fields of one mapping that belong under another one,
// which is missing or empty: its line was lost, or it lost its indentation.
type movedGroup struct {
	parent manifest.Path
	under  string // dotted
}

// groupMoved combines the fields that were moved together into one report.
func groupMoved(fields []UnknownField, root *yaml.Node) []UnknownField {
	groups := make(map[movedGroup]int) // indexes of kept
	groupOf := make([]movedGroup, len(fields))
	for i, field := range fields {
		groupOf[i] = movedGroup{parentPath(field.Path), missingParent(field.BelongsAt, root)}
		if under := groupOf[i].under; under != "" && !isRenameTarget(fields, under) {
			groups[groupOf[i]] = -1
		}
	}
	if len(groups) == 0 {
		return fields
	}
	kept := fields[:0:0]
	for n, field := range fields {
		group := groupOf[n]
		itself := movedGroup{group.parent, field.BelongsAt}
		if _, known := groups[itself]; known {
			group = itself
		}
		switch i, known := groups[group]; {
		case !known:
			kept = append(kept, field)
		case i < 0:
			groups[group], kept = len(kept), append(kept, field)
		case group == itself: // the line of the mapping was moved with them
			kept[i] = field
		case kept[i].BelongsAt != group.under:
			kept[i].With, kept[i].Under = append(kept[i].With, field.Name), group.under
		}
	}
	return kept
}

func parentPath(path manifest.Path) manifest.Path {
	return path[:max(strings.LastIndexByte(string(path), '/'), 0)]
}

// missingParent returns the outermost mapping above a dotted path that is
// missing or empty, for the first of several paths that has one; "" if there is
// none.
func missingParent(belongsAt string, root *yaml.Node) string {
	for place := range strings.SplitSeq(belongsAt, " or ") {
		names := strings.Split(place, ".")
		node := root
		for i, name := range names[:len(names)-1] {
			_, value := manifest.Field(node, name)
			if node = manifest.Resolve(value); len(manifest.Entries(node)) == 0 {
				return strings.Join(names[:i+1], ".")
			}
		}
	}
	return ""
}

// isRenameTarget reports whether some field is to be renamed to the mapping:
// then that is the mistake, and any field next to it is another one.
func isRenameTarget(fields []UnknownField, place string) bool {
	name := place[strings.LastIndexByte(place, '.')+1:]
	return slices.ContainsFunc(fields, func(f UnknownField) bool { return f.NearMiss && f.Nearest == name })
}
