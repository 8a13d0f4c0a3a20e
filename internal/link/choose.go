package link

// chooseFor gives each draft one of the candidates, or nil, based on its anchor and on
// the member that chosen returns for it.
func chooseFor(drafts []*draft, candidates []*member, chosen func(*draft) *member, give func(*draft, *member)) {
	anchors := make([]*member, len(drafts))
	for i, d := range drafts {
		anchors[i] = d.anchor()
	}
	nearest, same := nearestAnchors(candidates, byName(anchors)), byName(candidates)
	given := make(map[*member]bool)
	for i, d := range drafts {
		best := choose(anchors[i], chosen(d), same[anchors[i].name.text], nearest, given)
		given[best] = true
		give(d, best)
	}
}

func noMember(*draft) *member { return nil }

// choose returns the resource of one kind that belongs to the anchor: the nearest of
// those that have no nearer anchor; nil if there is none. Equally near anchors may
// share a resource, but of equally near resources, each anchor gets one of its own.
// Resources that can share a namespace with chosen, which may be nil, come first.
func choose(anchor, chosen *member, candidates []*member, nearest map[*member]preference, given map[*member]bool) *member {
	var best *member
	var least preference
	for _, candidate := range candidates {
		own := anchor.preference(candidate)
		if candidate.taken || !fits(anchor, candidate) || own.compare(nearest[candidate]) > 0 {
			continue
		}
		if chosen != nil && !chosen.mayShareNamespace(candidate) {
			own.namespaces++
		}
		if given[candidate] {
			own.given = 1
		}
		if best == nil || own.compare(least) < 0 {
			best, least = candidate, own
		}
	}
	return best
}

// nearestAnchors returns the preference of the nearest anchor of each candidate.
func nearestAnchors(candidates []*member, anchors map[string][]*member) map[*member]preference {
	nearest := make(map[*member]preference, len(candidates))
	for _, candidate := range candidates {
		for _, anchor := range anchors[candidate.name.text] {
			if !fits(anchor, candidate) {
				continue
			}
			own := anchor.preference(candidate)
			if known, found := nearest[candidate]; !found || own.compare(known) < 0 {
				nearest[candidate] = own
			}
		}
	}
	return nearest
}

func fits(anchor, candidate *member) bool {
	if !anchor.sameName(candidate) || !anchor.mayShareNamespace(candidate) || !anchor.reachable(candidate) {
		return false
	}
	return anchor.name.state == known || anchor.near(candidate) // otherwise a template may render to another name
}
