package link

import (
	"math/bits"
	"strings"

	"example.com/mxlint/internal/spelling"
)

// Unread is a text that was not read as documents: broken, a template, or a
// part of a deployment that does not render. What is missing may stand in it.
type Unread struct {
	Path string
	Text string
	// Templated tells that its names cannot be known.
	Templated bool
}

// External names a resource that is deployed from elsewhere.
type External struct {
	Kind, Name, Namespace string // Namespace "" is any
}

// search looks for what clusters miss.
type search struct {
	members  []*member
	unread   []Unread
	external []External

	byName map[string][]*member
	byKind map[string][]*member
	// left is how many names are still compared letter by letter: among
	// thousands of strangers the work grows with their square.
	left int
}

// comparisons is enough for every pair of a thousand environments.
const comparisons = 2_000_000

func newSearch(members []*member, unread []Unread, external []External) *search {
	s := &search{members: members, unread: unread, external: external, byName: byName(members), byKind: make(map[string][]*member), left: comparisons}
	for _, m := range members {
		s.byKind[m.kind] = append(s.byKind[m.kind], m)
	}
	return s
}

// complete states for each cluster how its account and class were found. What
// is named as a candidate, or stands in the wrong namespace, forms no
// environment of its own; the clusters that are left are returned.
func (s *search) complete(clusters []*cluster) ([]*cluster, map[*cluster][]Link) {
	links := make(map[*cluster][]Link)
	absorbed := make(map[*member]bool)
	owners := make(map[*member]*cluster)
	for _, c := range clusters {
		for _, m := range c.members() {
			owners[m] = c
		}
	}
	for _, pass := range []bool{true, false} { // mismatches first: they leave fewer candidates
		for _, c := range clusters {
			if len(c.members()) == 0 || absorbed[c.anchor()] {
				continue
			}
			for _, kind := range []string{kindAccount, kindClass} {
				link := s.lookFor(c, kind, owners, absorbed, pass)
				if link != nil {
					links[c] = append(links[c], *link)
				}
			}
		}
	}
	var left []*cluster
	for _, c := range clusters {
		if anchor := c.anchor(); anchor != nil && c.app == nil && s.mayBeUnread(kindApp, anchor.name.text) {
			links[c] = append(links[c], Link{Kind: kindApp, State: "unreadable", At: anchor.value(anchor.name.path)})
		}
		if links[c] = settleMismatch(c, links[c]); len(c.members()) > 0 && !absorbed[c.anchor()] {
			left = append(left, c)
		}
	}
	return left, links
}

// settleMismatch leaves one mismatch where account and class agree with one
// another and not with the MendixApp: then the app is the odd one out.
func settleMismatch(c *cluster, links []Link) []Link {
	if c.app == nil || len(c.mismatched) < 2 || !c.account.sameNamespace(c.class) {
		return links
	}
	single := Link{
		Kind: kindClass, State: "mismatch", At: c.app.value(c.app.namespace.path), Odd: kindApp,
		Namespace: c.app.namespace.text, Wanted: c.class.namespace.text,
		Other: c.class.value(c.class.namespace.path), OtherKind: kindClass,
	}
	kept := []Link{single}
	for _, link := range links {
		if link.State != "mismatch" {
			kept = append(kept, link)
		}
	}
	return kept
}

// wants tells whether a cluster needs a resource of the kind: an app that does
// not allow the secret store, and has no class, needs neither.
func (c *cluster) wants(kind string) bool {
	if c.app == nil || c.class != nil {
		return true
	}
	return c.app.secretStore() == "true"
}

func (c *cluster) has(kind string) bool {
	return kind == kindAccount && c.account != nil || kind == kindClass && c.class != nil
}

// lookFor states how one member of a cluster was found. In the first pass only
// mismatches of namespaces are looked for, in the second everything else.
func (s *search) lookFor(c *cluster, kind string, owners map[*member]*cluster, absorbed map[*member]bool, mismatches bool) *Link {
	anchor := c.anchor()
	if c.has(kind) {
		if mismatches || s.isMismatched(c, kind) {
			return nil
		}
		return &Link{Kind: kind, State: "found", At: anchor.value(anchor.name.path)}
	}
	if mismatches {
		return s.mismatch(c, kind, owners, absorbed)
	}
	link := &Link{Kind: kind, State: "missing", At: anchor.value(anchor.name.path)}
	switch {
	case !c.wants(kind):
		link.State = "unneeded"
	case s.isExternal(kind, anchor):
		link.State = "external"
	case anchor.doubtful() || s.mayBeUnread(kind, anchor.name.text) || s.doubted(anchor, kind):
		link.State = "unreadable"
	default:
		if candidate := s.candidate(c, kind, owners, absorbed); candidate != nil {
			absorbed[candidate] = true
			if owner := owners[candidate]; owner != nil && owner.anchor() != candidate {
				s.detach(owner, candidate, owners)
			}
			c.extra = append(c.extra, candidate)
			link.Candidate = candidateOf(candidate)
		}
	}
	return link
}

func (s *search) isMismatched(c *cluster, kind string) bool {
	for _, m := range c.mismatched {
		if m.kind == kind {
			return true
		}
	}
	return false
}

// mismatch finds a resource of the right name in a wrong namespace that has no
// MendixApp of its own, and takes it in.
func (s *search) mismatch(c *cluster, kind string, owners map[*member]*cluster, absorbed map[*member]bool) *Link {
	anchor := c.anchor()
	for _, m := range s.byName[anchor.name.text] {
		if m.kind != kind || !anchor.sameName(m) || !anchor.reachable(m) || anchor.mayShareNamespace(m) || absorbed[m] || m.doubtful() {
			continue
		}
		owner := owners[m]
		if owner != nil && (owner.app != nil || c.app == nil && owner.account != nil && owner.class != nil) {
			continue // it has what it needs where it stands
		}
		if !m.ours && c.app == nil {
			continue // only the name of a MendixApp makes a stranger plausible
		}
		absorbed[m] = true
		if owner != nil {
			s.detach(owner, m, owners)
		}
		owners[m] = c
		if kind == kindAccount {
			c.account = m
		} else {
			c.class = m
		}
		c.mismatched = append(c.mismatched, m)
		return namespaceLink(c, m)
	}
	return nil
}

// detach takes a member out of the cluster it formed or belonged to.
func (s *search) detach(c *cluster, m *member, owners map[*member]*cluster) {
	switch m {
	case c.account:
		c.account = nil
	case c.class:
		c.class = nil
	}
	delete(owners, m)
}

// namespaceLink states the mismatch at the odd one out: of two the one that is
// not the MendixApp, else the class; where two of three agree, the third.
func namespaceLink(c *cluster, m *member) *Link {
	odd, other := m, c.anchor()
	if c.app == nil && c.class != nil && c.account != nil {
		odd, other = c.class, c.account
	}
	return &Link{
		Kind: m.kind, State: "mismatch", At: odd.value(odd.namespace.path), Odd: odd.kind,
		Namespace: odd.namespace.text, Wanted: other.namespace.text,
		Other: other.value(other.namespace.path), OtherKind: other.kind,
	}
}

func (s *search) isExternal(kind string, anchor *member) bool {
	for _, e := range s.external {
		if e.Kind == kind && e.Name == anchor.name.text &&
			(e.Namespace == "" || anchor.namespace.state != known || e.Namespace == anchor.namespace.text) {
			return true
		}
	}
	return false
}

// mayBeUnread tells whether a text that could not be read may hold the resource.
func (s *search) mayBeUnread(kind, name string) bool {
	for _, u := range s.unread {
		if strings.Contains(u.Text, kind) && (u.Templated || strings.Contains(u.Text, name)) {
			return true
		}
	}
	return false
}

// candidate returns the resource that was most probably meant: one of the kind
// that belongs to no MendixApp, annotated and in the same namespace or folder,
// or of a name that is a slip of the right one.
func (s *search) candidate(c *cluster, kind string, owners map[*member]*cluster, absorbed map[*member]bool) *member {
	anchor := c.anchor()
	var best *member
	bestScore := 0
	for _, m := range s.byKind[kind] {
		if absorbed[m] || !anchor.reachable(m) || m.name.state != known || m.name.text == anchor.name.text {
			continue
		}
		owner := owners[m]
		if owner == nil && m.taken || owner == c || owner != nil && owner.app != nil || s.farApart(anchor, m) {
			continue
		}
		if owner != nil && len(owner.members()) > 1 && (c.app == nil || len(c.members()) > 1) && !slip(anchor, m) {
			continue // a complete pair of connected mode is an environment of its own
		}
		score := candidateScore(anchor, m)
		if score > 0 && (best == nil || score > bestScore) {
			best, bestScore = m, score
		}
	}
	return best
}

// candidateScore is the higher the likelier; 0 means no candidate.
func candidateScore(anchor, m *member) int {
	distance := spelling.Distance(anchor.name.text, m.name.text)
	score := 0
	switch {
	case slip(anchor, m) && anchor.mayShareNamespace(m):
		score = 1000
	case m.annotated() && anchor.mayShareNamespace(m) && (anchor.sameNamespace(m) || anchor.near(m)):
		score = 500
	case slip(anchor, m) && m.annotated():
		score = 100
	default:
		return 0
	}
	return score - min(distance, 50) - min(anchor.distance(m), 20)
}

// farApart tells, at little cost, that a resource is no candidate: its name is
// no slip of the right one, nor does it say that it belongs to Mendix near by.
func (s *search) farApart(anchor, m *member) bool {
	if mayBeSlip(anchor, m) || m.annotated() && anchor.mayShareNamespace(m) && (anchor.sameNamespace(m) || anchor.near(m)) {
		s.left--
		return s.left < 0
	}
	return true
}

// mayBeSlip is a look at lengths and letters: one edit changes the set of
// letters by two at most.
func mayBeSlip(a, b *member) bool {
	allowance := spelling.Allowance(a.name.text)
	if diff := len(a.name.text) - len(b.name.text); diff > allowance || -diff > allowance {
		return false
	}
	return bits.OnesCount64(a.letters^b.letters) <= 2*allowance
}

// lettersOf is the set of bytes of a name, in one word, without what a slip of
// case or separators changes.
func lettersOf(name string) uint64 {
	var set uint64
	folded := separators(name)
	for i := range len(folded) {
		set |= 1 << (folded[i] & 63)
	}
	return set
}

// slip tells whether one name is a slip of the other.
func slip(a, b *member) bool {
	return mayBeSlip(a, b) &&
		(spelling.Distance(a.name.text, b.name.text) <= spelling.Allowance(a.name.text) || separators(a.name.text) == separators(b.name.text))
}

func candidateOf(m *member) *Candidate {
	return &Candidate{Kind: m.kind, Name: m.name.text, Namespace: m.namespace.text, At: m.value(m.name.path)}
}
