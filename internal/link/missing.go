package link

import (
	"slices"

	"github.com/bmatcuk/doublestar/v4"
)

// External names a resource that is deployed from elsewhere.
type External struct {
	Kind            string
	Name, Namespace string // globs; Namespace "" is any
}

// search looks for what clusters miss.
type search struct {
	unread   []unreadNames
	unlisted []unlistedMember
	external []External

	byName map[string][]*member
	byKind map[string][]*member
	// dubious are those of ours, by kind, whose name is doubtful or another's.
	dubious map[string][]*member
	// left is how many names are still compared letter by letter: among
	// thousands of strangers the work grows with their square.
	left int
}

// comparisons is enough for every pair of a thousand environments.
const comparisons = 2_000_000

func newSearch(members []*member, twins map[*member]*member, unread []Unread, external []External) *search {
	s := &search{
		unread: readNames(unread, members), external: external, left: comparisons,
		byName: byName(members), byKind: make(map[string][]*member), dubious: make(map[string][]*member),
	}
	for _, m := range members {
		s.byKind[m.kind] = append(s.byKind[m.kind], m)
		if m.ours && (m.doubtful() || twins[m] != nil) {
			s.dubious[m.kind] = append(s.dubious[m.kind], m)
		}
	}
	return s
}

// complete states for each cluster how its account and class were found. What
// is named as a candidate, or stands in the wrong namespace, forms no
// environment of its own; the clusters that are left are returned.
func (s *search) complete(clusters []*cluster) ([]*cluster, map[*cluster][]Link) {
	links := make(map[*cluster][]Link)
	absorbed := make(map[*member]bool)
	owners := make(map[*member]*cluster)
	for _, c := range clusters {
		for _, m := range c.members() {
			owners[m] = c
		}
	}
	for _, pass := range []bool{true, false} { // mismatches first: they leave fewer candidates
		for _, c := range clusters {
			if len(c.members()) == 0 || absorbed[c.anchor()] {
				continue
			}
			for _, kind := range []string{kindAccount, kindClass} {
				link := s.lookFor(c, kind, owners, absorbed, pass)
				if link != nil {
					links[c] = append(links[c], *link)
				}
			}
		}
	}
	var left []*cluster
	for _, c := range clusters {
		if anchor := c.anchor(); anchor != nil && c.app == nil && s.mayBeUnread(kindApp, anchor) {
			links[c] = append(links[c], Link{Kind: kindApp, State: "unreadable", At: anchor.value(anchor.name.path)})
		}
		if links[c] = settleMismatch(c, links[c]); len(c.members()) > 0 && !absorbed[c.anchor()] {
			left = append(left, c)
		}
	}
	return left, links
}

// wants tells whether a cluster needs a resource of the kind: an app that does
// not allow the secret store, and has no class, needs neither.
func (c *cluster) wants(kind string) bool {
	if c.app == nil || c.class != nil {
		return true
	}
	return c.app.secretStore() == "true"
}

func (c *cluster) has(kind string) bool {
	return kind == kindAccount && c.account != nil || kind == kindClass && c.class != nil
}

// lookFor states how one member of a cluster was found. In the first pass only
// mismatches of namespaces are looked for, in the second everything else.
func (s *search) lookFor(c *cluster, kind string, owners map[*member]*cluster, absorbed map[*member]bool, mismatches bool) *Link {
	anchor := c.anchor()
	if c.has(kind) {
		if mismatches || s.isMismatched(c, kind) {
			return nil
		}
		return &Link{Kind: kind, State: "found", At: anchor.value(anchor.name.path)}
	}
	if mismatches {
		return s.mismatch(c, kind, owners, absorbed)
	}
	link := &Link{Kind: kind, State: "missing", At: anchor.value(anchor.name.path)}
	switch {
	case !c.wants(kind):
		link.State = "unneeded"
	case s.isExternal(kind, anchor):
		link.State = "external"
	case anchor.doubtful() || s.mayBeUnread(kind, anchor) || s.doubted(anchor, kind):
		link.State = "unreadable"
	default:
		if m := s.forgotten(anchor, kind); m != nil {
			link.Candidate = candidateOf(m)
			link.Candidate.Unlisted = m.file
			break
		}
		if candidate := s.candidate(c, kind, owners, absorbed); candidate != nil {
			s.nameCandidate(c, candidate, owners, absorbed)
			link.Candidate = candidateOf(candidate)
		}
	}
	return link
}

// nameCandidate has a candidate form no environment of its own. Where it is surely the
// one that was meant, the rest of the environment is judged with it.
func (s *search) nameCandidate(c *cluster, candidate *member, owners map[*member]*cluster, absorbed map[*member]bool) {
	if anchor := c.anchor(); anchor.kind != kindAccount && meant(anchor, candidate) {
		s.takeIn(c, candidate, owners, absorbed)
		return
	}
	absorbed[candidate] = true
	if owner := owners[candidate]; owner != nil && owner.anchor() != candidate {
		s.detach(owner, candidate, owners)
	}
	c.extra = append(c.extra, candidate)
}

func (s *search) isExternal(kind string, anchor *member) bool {
	return slices.ContainsFunc(s.external, func(e External) bool {
		return e.Kind == kind && matches(e.Name, anchor.name.text) &&
			(e.Namespace == "" || anchor.namespace.state != known || matches(e.Namespace, anchor.namespace.text))
	})
}

func matches(glob, name string) bool {
	matched, err := doublestar.Match(glob, name)
	return err == nil && matched // the configuration refuses what is no glob
}
