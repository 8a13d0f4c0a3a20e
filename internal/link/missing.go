package link

import "slices"

// search looks for what clusters miss.
type search struct {
	unread   []unreadNames
	unlisted []unlistedMember
	external []External

	byName map[string][]*member
	byKind map[string][]*member
	// owners are the clusters that members belong to, absorbed those members that
	// form none any more.
	owners   map[*member]*cluster
	absorbed map[*member]bool
	// meant are the members that a name says were meant for what a cluster lacks.
	meant    map[want]*member
	reserved map[*member]bool
	// dubious are those of ours, by kind, whose name is doubtful or another's.
	dubious map[string][]*member
	// left is how many names are still compared letter by letter: among
	// thousands of strangers the work grows with their square.
	left int
}

// comparisons is enough for every pair of a thousand environments.
const comparisons = 2_000_000

func newSearch(members []*member, twins map[*member]*member, unread []Unread, external []External) *search {
	s := &search{
		unread: readNames(unread, members), external: external, left: comparisons,
		byName: byName(members), byKind: make(map[string][]*member), dubious: make(map[string][]*member),
		owners: make(map[*member]*cluster), absorbed: make(map[*member]bool), meant: make(map[want]*member), reserved: make(map[*member]bool),
	}
	for _, m := range members {
		s.byKind[m.kind] = append(s.byKind[m.kind], m)
		if m.ours && (m.doubtful() || twins[m] != nil && s.hasCompany(m)) {
			s.dubious[m.kind] = append(s.dubious[m.kind], m)
		}
	}
	return s
}

// hasCompany tells whether another kind carries the member's name: of two that
// are defined under it one belongs there, and the other may be a copy that kept
// its name.
func (s *search) hasCompany(m *member) bool {
	return slices.ContainsFunc(s.byName[m.name.text], func(other *member) bool { return other.kind != m.kind && m.mayShareNamespace(other) })
}

// complete states for each cluster how its account and class were found. What
// is named as a candidate, or stands in the wrong namespace, forms no
// environment of its own; the clusters that are left are returned.
func (s *search) complete(clusters []*cluster) ([]*cluster, map[*cluster][]Link) {
	for _, c := range clusters {
		for _, m := range c.members() {
			s.owners[m] = c
		}
	}
	links := make(map[*cluster][]Link)
	// Mismatches first: they leave fewer candidates.
	look := func(one func(*cluster, string) *Link) {
		for _, c := range clusters {
			for _, kind := range []string{kindAccount, kindClass} {
				if !s.stands(c) {
					break
				}
				if link := one(c, kind); link != nil {
					links[c] = append(links[c], *link)
				}
			}
		}
	}
	look(s.mismatch)
	s.reserve(clusters)
	look(s.found)
	var left []*cluster
	for _, c := range clusters {
		if !s.stands(c) {
			continue
		}
		if anchor := c.anchor(); c.app == nil && s.mayBeUnread(kindApp, anchor) {
			links[c] = append(links[c], Link{Kind: kindApp, State: LinkUnreadable, At: anchor.value(anchor.name.path)})
		}
		links[c] = s.mismatchOfTwo(c, settleMismatch(c, links[c]))
		left = append(left, c)
	}
	return left, links
}

// stands tells whether a cluster is still one: what made it may belong to
// another by now.
func (s *search) stands(c *cluster) bool { return len(c.members()) > 0 && !s.absorbed[c.anchor()] }

// found states how one member of a cluster was found, but for those in another
// namespace, of which mismatch tells.
func (s *search) found(c *cluster, kind string) *Link {
	anchor := c.anchor()
	link := &Link{Kind: kind, At: anchor.value(anchor.name.path)}
	switch {
	case c.isMismatched(kind):
		return nil
	case c.has(kind):
		link.State = LinkFound
	default:
		if link.State = s.excuse(c, kind); link.State == "" {
			link.State, link.Candidate = LinkMissing, s.nameCandidate(c, kind)
		}
	}
	return link
}

// excuse is the state of a member that is not there and need not be told as
// missing; "" where it is.
func (s *search) excuse(c *cluster, kind string) LinkState {
	anchor := c.anchor()
	switch {
	case !c.usesStore():
		return LinkUnneeded
	case s.isExternal(kind, anchor):
		return LinkExternal
	case anchor.doubtful() || s.mayBeUnread(kind, anchor) || s.doubted(anchor, kind):
		return LinkUnreadable
	}
	return ""
}

// nameCandidate has what was probably meant form no environment of its own, and
// returns it, nil where nothing was. Where it surely was meant, the rest of the
// environment is judged with it.
func (s *search) nameCandidate(c *cluster, kind string) *Candidate {
	anchor := c.anchor()
	if m := s.forgotten(anchor, kind); m != nil {
		named := candidateOf(m)
		named.Unlisted = m.file
		return named
	}
	if m := s.meant[want{c, kind}]; m != nil {
		s.takeIn(c, m)
		return candidateOf(m)
	}
	m := s.candidate(c, kind)
	if m == nil {
		return nil
	}
	s.release(m)
	c.extra = append(c.extra, m)
	return candidateOf(m)
}
