package schema

import (
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// moved identifies fields of one mapping that belong under another one, which
// is missing or empty: its line was lost, or it lost its indentation.
type moved struct {
	holder manifest.Path
	under  string // dotted
}

// joinLost combines the fields that were moved together into one report.
func joinLost(fields []UnknownField, root *yaml.Node) []UnknownField {
	runs := make(map[moved]int) // indexes of kept
	runOf := make([]moved, len(fields))
	for i, field := range fields {
		runOf[i] = moved{holderOf(field.Path), lostAbove(field.Rightful, root)}
		if under := runOf[i].under; under != "" && !renames(fields, under) {
			runs[runOf[i]] = -1
		}
	}
	if len(runs) == 0 {
		return fields
	}
	kept := fields[:0:0]
	for n, field := range fields {
		run := runOf[n]
		itself := moved{run.holder, field.Rightful}
		if _, known := runs[itself]; known {
			run = itself
		}
		switch i, known := runs[run]; {
		case !known:
			kept = append(kept, field)
		case i < 0:
			runs[run], kept = len(kept), append(kept, field)
		case run == itself: // the line of the mapping was moved with them
			kept[i] = field
		case kept[i].Rightful != run.under:
			kept[i].With, kept[i].Under = append(kept[i].With, field.Name), run.under
		}
	}
	return kept
}

func holderOf(path manifest.Path) manifest.Path {
	return path[:max(strings.LastIndexByte(string(path), '/'), 0)]
}

// lostAbove returns the outermost mapping above a dotted path that is missing
// or empty, for the first of several paths that has one; "" if there is none.
func lostAbove(rightful string, root *yaml.Node) string {
	for place := range strings.SplitSeq(rightful, " or ") {
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

// renames reports whether some field is to be renamed to the mapping: then that
// is the mistake, and any field next to it is another one.
func renames(fields []UnknownField, place string) bool {
	name := place[strings.LastIndexByte(place, '.')+1:]
	return slices.ContainsFunc(fields, func(f UnknownField) bool { return f.NearMiss && f.Nearest == name })
}
