package link

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"example.com/mxlint/internal/spelling"
)

// candidate returns the resource that was most probably meant: one of the kind that
// belongs to no MendixApp and is ours in the same namespace or folder, or whose name is
// a misspelling of the right one. It returns nil if there is none.
func (s *search) candidate(d *draft, kind string) *member {
	anchor := d.anchor()
	var best *member
	bestScore := 0
	for _, m := range s.byKind[kind] {
		if s.reserved[m] || !s.mayBeMeant(m, d) {
			continue
		}
		if score := candidateScore(anchor, m); score > bestScore {
			best, bestScore = m, score
		}
	}
	return best
}

// mayBeMeant reports whether a member of another name may be the one that a draft
// lacks.
func (s *search) mayBeMeant(m *member, d *draft) bool {
	anchor := d.anchor()
	return s.isFree(m, d) && anchor.reachable(m) && m.name.state == known && m.name.text != anchor.name.text && !s.farApart(anchor, m)
}

// isFree reports whether a member may be a candidate for another draft: it belongs to
// no MendixApp, and to no complete pair of connected mode. It may belong to such a pair
// if there is a MendixApp next to it that has neither account nor class: then the app
// is misnamed, and the pair belongs to it.
func (s *search) isFree(m *member, d *draft) bool {
	owner := s.owners[m]
	switch {
	case s.absorbed[m] || owner == d || owner == nil && m.taken:
		return false
	case owner == nil:
		return true
	case owner.app != nil:
		return false
	case len(owner.members()) == 1:
		return true
	}
	return d.app != nil && len(d.members()) == 1 && d.app.mayShareNamespace(m)
}

// candidateScore returns a score that is higher for likelier candidates; 0 means none.
func candidateScore(anchor, m *member) int {
	distance := spelling.Distance(anchor.name.text, m.name.text)
	score := 0
	switch {
	case isMisspelling(anchor, m) && anchor.mayShareNamespace(m):
		score = 1000
	case m.ours && anchor.neighbour(m):
		score = 500
	case isMisspelling(anchor, m) && m.annotated():
		score = 100
	default:
		return 0
	}
	return score - min(distance, 50) - min(anchor.distance(m), 20)
}

// farApart reports, cheaply, that a resource is no candidate: its name is no
// misspelling of the right one, nor is it one of ours nearby. Once a run has looked at
// as many as s.left allows, it reports this for all.
func (s *search) farApart(anchor, m *member) bool {
	if mayBeMisspelling(anchor, m) || m.ours && anchor.neighbour(m) {
		s.budget--
		return s.budget < 0
	}
	return true
}

// mayBeMisspelling compares only lengths and letters: one edit changes the set of
// letters by at most two.
func mayBeMisspelling(a, b *member) bool {
	allowance := spelling.MaxEdits(a.name.text)
	if diff := utf8.RuneCountInString(a.name.text) - utf8.RuneCountInString(b.name.text); diff > allowance || -diff > allowance {
		return false
	}
	return bits.OnesCount64(a.letters^b.letters) <= 2*allowance
}

// lettersOf returns the set of bytes of a name in one word, disregarding case and
// separators.
func lettersOf(name string) uint64 {
	var set uint64
	folded := spelling.Hyphens(name)
	for i := range len(folded) {
		set |= 1 << (folded[i] & 63)
	}
	return set
}

// isMisspelling reports whether one name is a misspelling of the other.
func isMisspelling(a, b *member) bool {
	return mayBeMisspelling(a, b) &&
		(spelling.Distance(a.name.text, b.name.text) <= spelling.MaxEdits(a.name.text) || spelling.Hyphens(a.name.text) == spelling.Hyphens(b.name.text))
}

// likeness returns how strongly the name of a resource of ours suggests that it was
// meant for an anchor: it is a misspelling of the right name, or one of the two
// contains the other, as in "orders-sa". It is 0 if the name suggests nothing.
func likeness(anchor, m *member) int {
	right, written := spelling.Hyphens(anchor.name.text), spelling.Hyphens(m.name.text)
	switch {
	case !m.ours || !anchor.mayShareNamespace(m):
		return 0
	case isMisspelling(anchor, m):
		return 2000 - 10*spelling.Distance(anchor.name.text, m.name.text) - min(anchor.distance(m), 9)
	case holdsWord(written, right) || holdsWord(right, written):
		return 1000 + 10*min(len(right), len(written), 90) - min(anchor.distance(m), 9)
	}
	return 0
}

// holdsWord reports whether a name contains another, delimited by hyphens or its ends.
func holdsWord(name, word string) bool { return strings.Contains("-"+name+"-", "-"+word+"-") }

func candidateOf(m *member) *Candidate {
	return &Candidate{Kind: m.kind, Name: m.name.text, Namespace: m.namespace.text, At: m.value(m.name.path)}
}
