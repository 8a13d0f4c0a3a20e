package link

import (
	"cmp"
	"slices"
)

// want is a member of a kind that a cluster lacks.
type want struct {
	cluster *cluster
	kind    string
}

// pairing is a resource that may have been meant for what a cluster lacks.
type pairing struct {
	want
	member   *member
	likeness int
}

// reserve gives each resource whose name says for which cluster it was meant to
// the one that it says it of most, whatever their order.
func (s *search) reserve(clusters []*cluster) {
	var pairings []pairing
	for _, c := range clusters {
		if !s.stands(c) || c.anchor().kind == kindAccount {
			continue
		}
		for _, kind := range []string{kindAccount, kindClass} {
			if !c.has(kind) && s.excuse(c, kind) == "" && s.forgotten(c.anchor(), kind) == nil {
				pairings = append(pairings, s.pairings(want{c, kind})...)
			}
		}
	}
	slices.SortStableFunc(pairings, func(a, b pairing) int { return cmp.Compare(b.likeness, a.likeness) })
	for _, p := range pairings {
		if s.meant[p.want] == nil && !s.reserved[p.member] {
			s.meant[p.want], s.reserved[p.member] = p.member, true
		}
	}
}

func (s *search) pairings(w want) []pairing {
	anchor := w.cluster.anchor()
	var pairings []pairing
	for _, m := range s.byKind[w.kind] {
		if !s.mayBeMeant(m, w.cluster) {
			continue
		}
		if like := likeness(anchor, m); like > 0 {
			pairings = append(pairings, pairing{w, m, like})
		}
	}
	return pairings
}
