package link

// chooseFor gives each cluster, by its anchor and the member that is chosen
// already, one of the candidates, or nil.
func chooseFor(clusters []*cluster, candidates []*member, chosen func(*cluster) *member, give func(*cluster, *member)) {
	anchors := make([]*member, len(clusters))
	for i, c := range clusters {
		anchors[i] = c.anchor()
	}
	nearest, same := nearestAnchors(candidates, byName(anchors)), byName(candidates)
	given := make(map[*member]bool)
	for i, c := range clusters {
		best := choose(anchors[i], chosen(c), same[anchors[i].name.text], nearest, given)
		given[best] = true
		give(c, best)
	}
}

func nobody(*cluster) *member { return nil }

// choose returns the resource of one kind that belongs to the anchor: the
// nearest of those that have no nearer anchor; nil where there is none. Of
// equally near anchors each may have it, but of equally near resources each gets
// one of its own. One that can share a namespace with the member that is chosen
// already, nil for none, comes before one that cannot.
func choose(anchor, chosen *member, candidates []*member, nearest map[*member]int, given map[*member]bool) *member {
	var best *member
	least := 0
	for _, candidate := range candidates {
		own := anchor.preference(candidate)
		if candidate.taken || !fits(anchor, candidate) || own > nearest[candidate] {
			continue
		}
		if chosen != nil && !chosen.mayShareNamespace(candidate) {
			own += 1000
		}
		if own *= 2; given[candidate] {
			own++
		}
		if best == nil || own < least {
			best, least = candidate, own
		}
	}
	return best
}

// nearestAnchors tells how near to each candidate its nearest anchor is.
func nearestAnchors(candidates []*member, anchors map[string][]*member) map[*member]int {
	nearest := make(map[*member]int, len(candidates))
	for _, candidate := range candidates {
		for _, anchor := range anchors[candidate.name.text] {
			if !fits(anchor, candidate) {
				continue
			}
			own := anchor.preference(candidate)
			if known, found := nearest[candidate]; !found || own < known {
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
	return anchor.name.state == known || anchor.near(candidate) // elsewhere a template may become any other name
}
