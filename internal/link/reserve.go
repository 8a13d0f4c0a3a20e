package link

import (
	"cmp"
	"slices"
)

// want is a kind of member that a draft lacks.
type want struct {
	draft *draft
	kind  string
}

// pairing is a resource that may have been meant for what a draft lacks.
type pairing struct {
	want
	member   *member
	likeness int
}

// reserve assigns each resource whose name suggests which draft it was meant for to the
// one that it suggests most strongly, regardless of their order.
func (s *search) reserve(drafts []*draft) {
	var pairings []pairing
	for _, d := range drafts {
		if !s.exists(d) || d.anchor().kind == KindAccount {
			continue
		}
		for _, kind := range []string{KindAccount, KindClass} {
			if !d.has(kind) && s.excuse(d, kind) == "" && s.findUnlisted(d.anchor(), kind) == nil {
				pairings = append(pairings, s.pairings(want{d, kind})...)
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
	anchor := w.draft.anchor()
	var pairings []pairing
	for _, m := range s.byKind[w.kind] {
		if !s.mayBeMeant(m, w.draft) {
			continue
		}
		if like := likeness(anchor, m); like > 0 {
			pairings = append(pairings, pairing{w, m, like})
		}
	}
	return pairings
}
