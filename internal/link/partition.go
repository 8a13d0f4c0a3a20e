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

// partition puts the members together by name. Each ServiceAccount and class
// goes to the MendixApp that it is nearest to, each app takes the nearest of
// those: so an account of the sibling folder, which has an app of its own,
// does not stand in for a missing one. What is left forms environments of its
// own around the classes.
func partition(members []*member) []*cluster {
	var clusters []*cluster
	apps := ofKind(members, kindApp)
	accounts, classes := ofKind(members, kindAccount), ofKind(members, kindClass)
	for _, app := range apps {
		clusters = append(clusters, &cluster{app: app})
	}
	for _, c := range clusters {
		c.account = choose(c.app, accounts, apps)
		c.class = choose(c.app, classes, apps)
	}
	take(clusters)
	var around []*cluster
	left := untaken(classes)
	for _, class := range left {
		if class.ours {
			around = append(around, &cluster{class: class})
		}
	}
	leftAccounts := untaken(accounts)
	anchors := make([]*member, len(around))
	for i, c := range around {
		anchors[i] = c.class
	}
	for _, c := range around {
		c.account = choose(c.class, leftAccounts, anchors)
	}
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
// nearest of those that have no nearer anchor; nil where there is none.
func choose(anchor *member, candidates, anchors []*member) *member {
	var best *member
	for _, candidate := range candidates {
		if candidate.taken || !fits(anchor, candidate) || !nearestAnchor(candidate, anchor, anchors) {
			continue
		}
		if best == nil || anchor.preference(candidate) < anchor.preference(best) {
			best = candidate
		}
	}
	return best
}

func fits(anchor, candidate *member) bool {
	return anchor.sameName(candidate) && anchor.mayShareNamespace(candidate) && anchor.reachable(candidate)
}

// nearestAnchor tells whether no other anchor is nearer to the candidate; of
// equally near ones, each may have it.
func nearestAnchor(candidate, anchor *member, anchors []*member) bool {
	own := anchor.preference(candidate)
	for _, other := range anchors {
		if other != anchor && fits(other, candidate) && other.preference(candidate) < own {
			return false
		}
	}
	return true
}

// byName groups members by name, to compare each only with its likes.
func byName(members []*member) map[string][]*member {
	groups := make(map[string][]*member)
	for _, m := range members {
		groups[m.name.text] = append(groups[m.name.text], m)
	}
	return groups
}
