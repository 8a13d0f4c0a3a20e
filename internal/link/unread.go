package link

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// Unread is a text that was not read as documents: broken, a template, or a part of a
// deployment that does not render. It may contain what is missing.
type Unread struct {
	Path string
	Text string
	// Templated means that its names cannot be known.
	Templated bool
	// Unopened means that nothing in it is known. It may contain what is missing
	// nearby.
	Unopened bool
}

// unreadNames are the kinds that an unread text mentions, and those names of the run
// that it mentions.
type unreadNames struct {
	kinds, names map[string]bool
	templated    bool
	unopened     string // the folder of a file of which nothing is known
}

// readNames scans the unread texts once.
func readNames(unread []Unread, members []*member) []unreadNames {
	if len(unread) == 0 {
		return nil
	}
	known := make(map[string]bool, len(members))
	for _, m := range members {
		known[m.name.text] = true
	}
	found := make([]unreadNames, len(unread))
	for i, u := range unread {
		found[i] = unreadNames{kinds: make(map[string]bool), names: make(map[string]bool), templated: u.Templated || isBinary(u.Text)}
		if u.Unopened {
			found[i].unopened = folderOf(u.Path)
		}
		for _, kind := range []string{KindApp, KindAccount, KindClass} {
			found[i].kinds[kind] = strings.Contains(u.Text, kind)
		}
		for word := range strings.FieldsFuncSeq(u.Text, func(r rune) bool { return r > 0x7f || !spelling.IsNameByte(byte(r)) }) {
			if known[word] {
				found[i].names[word] = true
			}
		}
	}
	return found
}

// isBinary reports whether a text is in an encoding that was not read, so that its
// names cannot be known either.
func isBinary(text string) bool { return strings.IndexByte(text, 0) >= 0 }

// mayBeUnread reports whether a text that could not be read may contain the resource of
// the anchor's name. A file that was not even opened may, if it is in the folder of the
// anchor or in a sibling, parent or child of it.
func (s *search) mayBeUnread(kind string, anchor *member) bool {
	for i := range s.unread {
		u := &s.unread[i]
		if u.unopened != "" && nextTo(anchor.folder, u.unopened) || u.kinds[kind] && (u.templated || u.names[anchor.name.text]) {
			return true
		}
	}
	return false
}
