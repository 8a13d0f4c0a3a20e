package link

import "slices"

// settleMismatch leaves one mismatch where account and class agree with one
// another and not with the MendixApp: then the app is the odd one out.
func settleMismatch(c *cluster, links []Link) []Link {
	if c.app == nil || len(c.mismatched) < 2 || !c.account.sameNamespace(c.class) {
		return links
	}
	kept := []Link{mismatchLink(kindClass, c.app, c.class)}
	for _, link := range links {
		if link.State != LinkMismatch {
			kept = append(kept, link)
		}
	}
	return kept
}

// mismatchOfTwo tells of an account and a class whose namespaces differ where the
// MendixApp has none written: each fits it, and not the other. Where there is, or
// may be, another of the name beside one of them, it is not known which was meant.
func (s *search) mismatchOfTwo(c *cluster, links []Link) []Link {
	if c.app == nil || c.app.namespace.state == known || c.account == nil || c.class == nil || c.account.mayShareNamespace(c.class) {
		return links
	}
	beside := func(kind string, m *member) bool {
		return s.isExternal(kind, m) || s.mayBeUnread(kind, m) || s.doubted(m, kind) || slices.ContainsFunc(s.byName[m.name.text], func(other *member) bool { return other.kind == kind && other.sameNamespace(m) })
	}
	if beside(kindClass, c.account) || beside(kindAccount, c.class) {
		return links
	}
	c.mismatched = append(c.mismatched, c.class)
	links = slices.DeleteFunc(links, func(link Link) bool { return link.Kind == kindClass })
	return append(links, mismatchLink(kindClass, c.class, c.account))
}

// mismatch finds a resource of the right name in a wrong namespace that has no
// MendixApp of its own, and takes it in.
func (s *search) mismatch(c *cluster, kind string) *Link {
	if c.has(kind) {
		return nil
	}
	anchor := c.anchor()
	for _, m := range s.byName[anchor.name.text] {
		if m.kind != kind || !anchor.sameName(m) || !anchor.reachable(m) || anchor.mayShareNamespace(m) || s.absorbed[m] || m.doubtful() {
			continue
		}
		owner := s.owners[m]
		if owner != nil && (owner.app != nil || c.app == nil && owner.account != nil && owner.class != nil) {
			continue // it has what it needs where it stands
		}
		if !m.ours && c.app == nil {
			continue // only the name of a MendixApp makes a stranger plausible
		}
		s.takeIn(c, m)
		c.mismatched = append(c.mismatched, m)
		link := namespaceLink(c, m)
		return &link
	}
	return nil
}

// takeIn gives a cluster a member of another name or namespace, so that the
// rest of the environment is judged as it will stand when that is mended.
func (s *search) takeIn(c *cluster, m *member) {
	s.release(m)
	s.owners[m] = c
	if m.kind == kindAccount {
		c.account = m
	} else {
		c.class = m
	}
}

// release takes a member out of the cluster it formed or belonged to.
func (s *search) release(m *member) {
	s.absorbed[m] = true
	c := s.owners[m]
	switch {
	case c == nil:
		return
	case m == c.account:
		c.account = nil
	case m == c.class:
		c.class = nil
	}
	delete(s.owners, m)
}

// namespaceLink states the mismatch at the odd one out: of two the one that is
// not the MendixApp, else the class; where two of three agree, the third.
func namespaceLink(c *cluster, m *member) Link {
	odd, other := m, c.anchor()
	if c.app == nil && c.class != nil && c.account != nil {
		odd, other = c.class, c.account
	}
	return mismatchLink(m.kind, odd, other)
}

// mismatchLink states that the odd one stands in another namespace than the other.
func mismatchLink(kind string, odd, other *member) Link {
	return Link{
		Kind: kind, State: LinkMismatch, At: odd.value(odd.namespace.path), Odd: odd.kind,
		Namespace: odd.namespace.text, Wanted: other.namespace.text,
		Other: other.value(other.namespace.path), OtherKind: other.kind,
	}
}
