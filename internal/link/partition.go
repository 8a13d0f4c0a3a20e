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
	chooseFor(clusters, accounts, nobody, func(c *cluster, account *member) { c.account = account })
	chooseFor(clusters, classes, func(c *cluster) *member { return c.account }, func(c *cluster, class *member) { c.class = class })
	take(clusters)
	chooseFor(divided(clusters), untaken(accounts), func(c *cluster) *member { return c.class }, func(c *cluster, account *member) {
		if account != nil && account.mayShareNamespace(c.class) {
			c.account.taken, account.taken, c.account = false, true, account
		}
	})
	var around []*cluster
	left := untaken(classes)
	for _, class := range left {
		if class.ours {
			around = append(around, &cluster{class: class})
		}
	}
	leftAccounts := untaken(accounts)
	chooseFor(around, leftAccounts, nobody, func(c *cluster, account *member) { c.account = account })
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

// divided are the clusters whose account and class cannot share a namespace.
func divided(clusters []*cluster) []*cluster {
	return slices.DeleteFunc(slices.Clone(clusters), func(c *cluster) bool {
		return c.account == nil || c.class == nil || c.account.mayShareNamespace(c.class)
	})
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

// byName groups members by name, to compare each only with its likes.
func byName(members []*member) map[string][]*member {
	groups := make(map[string][]*member)
	for _, m := range members {
		groups[m.name.text] = append(groups[m.name.text], m)
	}
	return groups
}
