package link

import "slices"

// draft holds the members of a future environment.
type draft struct {
	app, account, class *member
	extra               []*member // named as candidates, or duplicates
	mismatched          []*member // members whose written namespace differs
}

func (d *draft) anchor() *member {
	switch {
	case d.app != nil:
		return d.app
	case d.class != nil:
		return d.class
	}
	return d.account
}

func (d *draft) members() []*member {
	var members []*member
	for _, m := range []*member{d.app, d.account, d.class} {
		if m != nil {
			members = append(members, m)
		}
	}
	return members
}

func (d *draft) has(kind string) bool {
	return kind == KindAccount && d.account != nil || kind == KindClass && d.class != nil
}

func (d *draft) isMismatched(kind string) bool {
	return slices.ContainsFunc(d.mismatched, func(m *member) bool { return m.kind == kind })
}

// usesStore reports whether a draft needs an account and a class: an app that does not
// allow the secret store, and has no class, needs neither.
func (d *draft) usesStore() bool {
	return d.app == nil || d.class != nil || d.app.secretStore() == StoreRead
}

// partition groups the members by name. Each ServiceAccount and class goes to the
// MendixApp that it is nearest to, and each app takes the nearest of those: so an
// account in a sibling folder that has an app of its own does not replace a missing
// one. The remaining members form environments of their own around the classes.
func partition(members []*member) []*draft {
	var drafts []*draft
	apps := untaken(ofKind(members, KindApp))
	accounts, classes := ofKind(members, KindAccount), ofKind(members, KindClass)
	for _, app := range apps {
		drafts = append(drafts, &draft{app: app})
	}
	chooseFor(drafts, accounts, noMember, func(d *draft, account *member) { d.account = account })
	chooseFor(drafts, classes, func(d *draft) *member { return d.account }, func(d *draft, class *member) { d.class = class })
	markTaken(drafts)
	chooseFor(divided(drafts), untaken(accounts), func(d *draft) *member { return d.class }, func(d *draft, account *member) {
		if account != nil && account.mayShareNamespace(d.class) {
			d.account.taken, account.taken, d.account = false, true, account
		}
	})
	var around []*draft
	left := untaken(classes)
	for _, class := range left {
		if class.ours {
			around = append(around, &draft{class: class})
		}
	}
	leftAccounts := untaken(accounts)
	chooseFor(around, leftAccounts, noMember, func(d *draft, account *member) { d.account = account })
	markTaken(around)
	drafts = append(drafts, around...)
	for _, account := range untaken(leftAccounts) {
		if account.ours {
			account.taken = true
			drafts = append(drafts, &draft{account: account})
		}
	}
	return drafts
}

// divided returns the drafts whose account and class cannot share a namespace.
func divided(drafts []*draft) []*draft {
	return slices.DeleteFunc(slices.Clone(drafts), func(d *draft) bool {
		return d.account == nil || d.class == nil || d.account.mayShareNamespace(d.class)
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

func markTaken(drafts []*draft) {
	for _, d := range drafts {
		for _, m := range d.members() {
			m.taken = true
		}
	}
}

// byName groups members by name, so that each is only compared with those of its name.
func byName(members []*member) map[string][]*member {
	groups := make(map[string][]*member)
	for _, m := range members {
		groups[m.name.text] = append(groups[m.name.text], m)
	}
	return groups
}
