package engine

import (
	"fmt"
	"path"
	"strings"

	"example.com/mxlint/internal/lint"
)

// narrow returns a part of a batch that introduced findings. Environments rarely
// depend on each other, so each is narrowed on its own: if it has only one fix, that is
// dropped; of several, half are left for the next try.
func (f *fixer) narrow(next *stage, batch, introduced []*lint.Finding) []*lint.Finding {
	troubles := make(map[string][]*lint.Finding)
	for _, finding := range introduced {
		troubles[groupOf(finding)] = append(troubles[groupOf(finding)], finding)
	}
	groups := make(map[string]int)
	blamed := 0
	for _, finding := range batch {
		group := groupOf(finding)
		if groups[group]++; len(troubles[group]) > 0 {
			blamed++
		}
	}
	if blamed == 0 {
		return batch[:len(batch)/2] // which one it was is unknown
	}
	var rest, later []*lint.Finding
	kept := make(map[string]int)
	for _, finding := range batch {
		group := groupOf(finding)
		switch trouble := troubles[group]; {
		case len(trouble) == 0:
			rest = append(rest, finding)
		case groups[group] > 1:
			if kept[group]++; kept[group] <= groups[group]/2 {
				rest = append(rest, finding)
			}
		case f.followers(next, trouble) != nil:
			later = append(later, finding)
		default:
			f.drop(finding, introducedReason(trouble[0]))
		}
	}
	if len(rest) == 0 && len(later) > 0 {
		return later[:1]
	}
	return rest
}

// groupOf returns what findings share whose fixes may affect each other: the
// environment. Without a namespace, each folder may have one of that name.
func groupOf(f *lint.Finding) string {
	switch {
	case f.Environment == "":
		return "file " + f.Span.Path
	case !strings.Contains(f.Environment, "/"):
		return f.Environment + " in " + path.Dir(f.Span.Path)
	}
	return f.Environment
}

func introducedReason(f *lint.Finding) string {
	return fmt.Sprintf("it would bring another: %d:%d: %s [%s]", f.Span.Start.Line, f.Span.Start.Column, f.Message, f.Rule)
}
