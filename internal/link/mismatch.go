package link

import "slices"

// settleMismatch keeps a single mismatch if account and class agree with each other but
// not with the MendixApp: then the app is the odd one out.
func settleMismatch(d *draft, links []Link) []Link {
	if d.app == nil || len(d.mismatched) < 2 || !d.account.sameNamespace(d.class) {
		return links
	}
	kept := []Link{mismatchLink(KindClass, d.app, d.class)}
	for _, link := range links {
		if link.State != LinkMismatch {
			kept = append(kept, link)
		}
	}
	return kept
}

// mismatchOfTwo adds a mismatch for an account and a class whose namespaces differ if
// the MendixApp has none: each fits the app, but not the other. If there is, or may be,
// another of the name with one of them, it is unknown which one was meant.
func (s *search) mismatchOfTwo(d *draft, links []Link) []Link {
	if d.app == nil || d.app.namespace.state == known || d.account == nil || d.class == nil || d.account.mayShareNamespace(d.class) {
		return links
	}
	beside := func(kind string, m *member) bool {
		return s.isExternal(kind, m) || s.mayBeUnread(kind, m) || s.doubted(m, kind) || slices.ContainsFunc(s.byName[m.name.text], func(other *member) bool { return other.kind == kind && other.sameNamespace(m) })
	}
	if beside(KindClass, d.account) || beside(KindAccount, d.class) {
		return links
	}
	d.mismatched = append(d.mismatched, d.class)
	links = slices.DeleteFunc(links, func(link Link) bool { return link.Kind == KindClass })
	return append(links, mismatchLink(KindClass, d.class, d.account))
}

// mismatch finds a resource of the right name in a wrong namespace that has no
// MendixApp of its own, and adds it to the draft.
func (s *search) mismatch(d *draft, kind string) *Link {
	if d.has(kind) {
		return nil
	}
	anchor := d.anchor()
	for _, m := range s.byName[anchor.name.text] {
		if m.kind != kind || !anchor.sameName(m) || !anchor.reachable(m) || anchor.mayShareNamespace(m) || s.absorbed[m] || m.doubtful() {
			continue
		}
		owner := s.owners[m]
		if owner != nil && (owner.app != nil || d.app == nil && owner.account != nil && owner.class != nil) {
			continue // it has what it needs in its own namespace
		}
		if !m.ours && d.app == nil {
			continue // only the name of a MendixApp makes a resource that is not ours plausible
		}
		s.takeIn(d, m)
		d.mismatched = append(d.mismatched, m)
		link := namespaceLink(d, m)
		return &link
	}
	return nil
}

// takeIn gives a draft a member of another name or namespace, so that the rest of the
// environment is judged as it will be once that is fixed.
func (s *search) takeIn(d *draft, m *member) {
	s.release(m)
	s.owners[m] = d
	if m.kind == KindAccount {
		d.account = m
	} else {
		d.class = m
	}
}

// release removes a member from the draft it formed or belonged to.
func (s *search) release(m *member) {
	s.absorbed[m] = true
	d := s.owners[m]
	switch {
	case d == nil:
		return
	case m == d.account:
		d.account = nil
	case m == d.class:
		d.class = nil
	}
	delete(s.owners, m)
}

// namespaceLink states the mismatch at the odd one out: of two, the one that is not the
// MendixApp, or else the class; if two of three agree, the third.
func namespaceLink(d *draft, m *member) Link {
	odd, other := m, d.anchor()
	if d.app == nil && d.class != nil && d.account != nil {
		odd, other = d.class, d.account
	}
	return mismatchLink(m.kind, odd, other)
}

// mismatchLink states that odd is in another namespace than other.
func mismatchLink(kind string, odd, other *member) Link {
	return Link{
		Kind: kind, State: LinkMismatch, At: odd.value(odd.namespace.path), Odd: odd.kind,
		Namespace: odd.namespace.text, Wanted: other.namespace.text,
		Other: other.value(other.namespace.path), OtherKind: other.kind,
	}
}
