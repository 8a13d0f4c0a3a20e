package link

import "slices"

// search looks for what drafts lack.
type search struct {
	unread   []unreadNames
	unlisted []unlistedMember
	external []External

	byName map[string][]*member
	byKind map[string][]*member
	// owners are the drafts that members belong to; absorbed are those members that no
	// longer form one.
	owners   map[*member]*draft
	absorbed map[*member]bool
	// meant are the members whose name shows that they were meant for what a draft
	// lacks.
	meant    map[want]*member
	reserved map[*member]bool
	// dubious are those of ours, by kind, whose name is doubtful or another's.
	dubious map[string][]*member
	// mixed are the folders that contain resources of ours of several kinds.
	mixed map[string]bool
	// budget is how many names may still be compared letter by letter: with thousands
	// of resources that are not ours, the work is quadratic.
	budget int
}

// comparisons is enough for every pair of a thousand environments.
const comparisons = 2_000_000

func newSearch(members []*member, twins map[*member]*member, unread []Unread, external []External) *search {
	s := &search{
		unread: readNames(unread, members), external: external, budget: comparisons,
		byName: byName(members), byKind: make(map[string][]*member), dubious: make(map[string][]*member),
		owners: make(map[*member]*draft), absorbed: make(map[*member]bool), meant: make(map[want]*member), reserved: make(map[*member]bool),
	}
	for _, m := range members {
		s.byKind[m.kind] = append(s.byKind[m.kind], m)
		if m.ours && (m.doubtful() || twins[m] != nil && s.hasCompany(m)) {
			s.dubious[m.kind] = append(s.dubious[m.kind], m)
		}
	}
	s.mixed = mixedFolders(members)
	return s
}

func mixedFolders(members []*member) map[string]bool {
	first, mixed := make(map[string]string), make(map[string]bool)
	for _, m := range members {
		if !m.ours {
			continue
		}
		if kind := first[m.folder]; kind == "" {
			first[m.folder] = m.kind
		} else if kind != m.kind {
			mixed[m.folder] = true
		}
	}
	return mixed
}

// hasCompany reports whether another kind has the member's name: of two that are
// defined with it, one belongs there, and the other may be a copy that was not renamed.
func (s *search) hasCompany(m *member) bool {
	return slices.ContainsFunc(s.byName[m.name.text], func(other *member) bool { return other.kind != m.kind && m.mayShareNamespace(other) })
}
