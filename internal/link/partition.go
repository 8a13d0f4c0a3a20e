package link

import "slices"

// cluster is the members of one environment to be.
type cluster struct {
	app, account, class *member
	extra               []*member // named as candidates, or duplicates
	mismatched          []*member // members whose written namespace differs
}

func (c *cluster) anchor() *member {
	switch {
	case c.app != nil:
		return c.app
	case c.class != nil:
		return c.class
	}
	return c.account
}

func (c *cluster) members() []*member {
	var members []*member
	for _, m := range []*member{c.app, c.account, c.class} {
		if m != nil {
			members = append(members, m)
		}
	}
	return members
}

func (c *cluster) has(kind string) bool {
	return kind == kindAccount && c.account != nil || kind == kindClass && c.class != nil
}

func (c *cluster) isMismatched(kind string) bool {
	return slices.ContainsFunc(c.mismatched, func(m *member) bool { return m.kind == kind })
}

// usesStore tells whether a cluster needs an account and a class: an app that
// does not allow the secret store, and has no class, needs neither.
func (c *cluster) usesStore() bool {
	return c.app == nil || c.class != nil || c.app.secretStore() == "true"
}

// partition puts the members together by name. Each ServiceAccount and class
// goes to the MendixApp that it is nearest to, each app takes the nearest of
// those: so an account of the sibling folder, which has an app of its own,
// does not stand in for a missing one. What is left forms environments of its
// own around the classes.
func partition(members []*member) []*cluster {
	var clusters []*cluster
	apps := untaken(ofKind(members, kindApp))
	accounts, classes := ofKind(members, kindAccount), ofKind(members, kindClass)
	for _, app := range apps {
		clusters = append(clusters, &cluster{app: app})
	}
	chooseFor(clusters, accounts, func(c *cluster, account *member) { c.account = account })
	chooseFor(clusters, classes, func(c *cluster, class *member) { c.class = class })
	take(clusters)
	var around []*cluster
	left := untaken(classes)
	for _, class := range left {
		if class.ours {
			around = append(around, &cluster{class: class})
		}
	}
	leftAccounts := untaken(accounts)
	chooseFor(around, leftAccounts, func(c *cluster, account *member) { c.account = account })
	take(around)
	clusters = append(clusters, around...)
	for _, account := range untaken(leftAccounts) {
		if account.ours {
			account.taken = true
			clusters = append(clusters, &cluster{account: account})
		}
	}
	return clusters
}

// chooseFor gives each cluster, by its anchor, one of the candidates.
func chooseFor(clusters []*cluster, candidates []*member, give func(*cluster, *member)) {
	anchors := make([]*member, len(clusters))
	for i, c := range clusters {
		anchors[i] = c.anchor()
	}
	nearest, same := nearestAnchors(candidates, byName(anchors)), byName(candidates)
	given := make(map[*member]bool)
	for i, c := range clusters {
		chosen := choose(anchors[i], c.account, same[anchors[i].name.text], nearest, given)
		given[chosen] = true
		give(c, chosen)
	}
}

func ofKind(members []*member, kind string) []*member {
	var of []*member
	for _, m := range members {
		if m.kind == kind {
			of = append(of, m)
		}
	}
	return of
}

func untaken(members []*member) []*member {
	return slices.DeleteFunc(slices.Clone(members), func(m *member) bool { return m.taken })
}

func take(clusters []*cluster) {
	for _, c := range clusters {
		for _, m := range c.members() {
			m.taken = true
		}
	}
}

// choose returns the resource of one kind that belongs to the anchor: the
// nearest of those that have no nearer anchor; nil where there is none. Of
// equally near anchors each may have it, but of equally near resources each gets
// one of its own. One that can share a namespace with the account, if that is
// chosen, comes before one that cannot.
func choose(anchor, account *member, candidates []*member, nearest map[*member]int, given map[*member]bool) *member {
	var best *member
	least := 0
	for _, candidate := range candidates {
		own := anchor.preference(candidate)
		if candidate.taken || !fits(anchor, candidate) || own > nearest[candidate] {
			continue
		}
		if account != nil && !account.mayShareNamespace(candidate) {
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

// byName groups members by name, to compare each only with its likes.
func byName(members []*member) map[string][]*member {
	groups := make(map[string][]*member)
	for _, m := range members {
		groups[m.name.text] = append(groups[m.name.text], m)
	}
	return groups
}
