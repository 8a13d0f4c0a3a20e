package render

import (
	"cmp"
	"slices"

	"example.com/mxlint/internal/manifest"
)

// addProblem records a problem of a deployment; if several deployments have the
// same one, it is kept once, with the message for the first.
func (r *renderer) addProblem(p *Problem, deployment string) {
	for _, known := range r.result.Problems {
		if known.Span == p.Span && known.Kind == p.Kind {
			known.Deployments = append(known.Deployments, deployment)
			return
		}
	}
	p.Deployments = append(p.Deployments, deployment)
	r.result.Problems = append(r.result.Problems, p)
}

// lineOf returns the beginning of a line, counted from 1, for what cannot be
// located more precisely.
func lineOf(path string, number int) manifest.Span {
	at := manifest.Pos{Line: number, Column: 1}
	return manifest.Span{Path: path, Start: at, End: at}
}

func sortProblems(problems []*Problem) {
	slices.SortStableFunc(problems, func(a, b *Problem) int {
		return cmp.Or(a.Span.Compare(b.Span), cmp.Compare(a.Message, b.Message))
	})
}
