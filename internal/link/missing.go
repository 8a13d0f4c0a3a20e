package link

// complete states for each draft how its account and class were found. What is named as
// a candidate, or is in the wrong namespace, forms no environment of its own; the
// drafts that remain are returned.
func (s *search) complete(drafts []*draft) ([]*draft, map[*draft][]Link) {
	for _, d := range drafts {
		for _, m := range d.members() {
			s.owners[m] = d
		}
	}
	links := make(map[*draft][]Link)
	// Mismatches first: they leave fewer candidates.
	look := func(one func(*draft, string) *Link) {
		for _, d := range drafts {
			for _, kind := range []string{KindAccount, KindClass} {
				if !s.exists(d) {
					break
				}
				if link := one(d, kind); link != nil {
					links[d] = append(links[d], *link)
				}
			}
		}
	}
	look(s.mismatch)
	s.reserve(drafts)
	look(s.found)
	var left []*draft
	for _, d := range drafts {
		if !s.exists(d) {
			continue
		}
		if anchor := d.anchor(); d.app == nil && s.mayBeUnread(KindApp, anchor) {
			links[d] = append(links[d], Link{Kind: KindApp, State: LinkUnreadable, At: anchor.value(anchor.name.path)})
		}
		links[d] = s.mismatchOfTwo(d, settleMismatch(d, links[d]))
		left = append(left, d)
	}
	return left, links
}

// exists reports whether a draft still exists: its members may belong to another by
// now.
func (s *search) exists(d *draft) bool { return len(d.members()) > 0 && !s.absorbed[d.anchor()] }

// found states how one member of a draft was found, except for members in another
// namespace, which mismatch states.
func (s *search) found(d *draft, kind string) *Link {
	anchor := d.anchor()
	link := &Link{Kind: kind, At: anchor.value(anchor.name.path)}
	switch {
	case d.isMismatched(kind):
		return nil
	case d.has(kind):
		link.State = LinkFound
	default:
		if link.State = s.excuse(d, kind); link.State == "" {
			link.State, link.Candidate = LinkMissing, s.nameCandidate(d, kind)
		}
	}
	return link
}

// excuse returns the state of an absent member that must not be reported as missing; ""
// if it has to be.
func (s *search) excuse(d *draft, kind string) LinkState {
	anchor := d.anchor()
	switch {
	case !d.usesStore():
		return LinkUnneeded
	case s.isExternal(kind, anchor):
		return LinkExternal
	case anchor.doubtful() || s.mayBeUnread(kind, anchor) || s.doubted(anchor, kind):
		return LinkUnreadable
	}
	return ""
}

// nameCandidate returns what was probably meant, nil if nothing was, and keeps it from
// forming an environment of its own. If it certainly was meant, the rest of the
// environment is judged with it.
func (s *search) nameCandidate(d *draft, kind string) *Candidate {
	anchor := d.anchor()
	if m := s.findUnlisted(anchor, kind); m != nil {
		named := candidateOf(m)
		named.Unlisted = m.file
		return named
	}
	if m := s.meant[want{d, kind}]; m != nil {
		s.takeIn(d, m)
		return candidateOf(m)
	}
	m := s.candidate(d, kind)
	if m == nil {
		return nil
	}
	s.release(m)
	d.extra = append(d.extra, m)
	return candidateOf(m)
}
