package link

import (
	"strings"

	"example.com/mxlint/internal/spelling"
)

// Unread is a text that was not read as documents: broken, a template, or a
// part of a deployment that does not render. What is missing may stand in it.
type Unread struct {
	Path string
	Text string
	// Templated tells that its names cannot be known.
	Templated bool
	// Unopened tells that nothing of it is known. What stands near may be in it.
	Unopened bool
}

// unreadNames are the kinds that an unread text names, and those of the names of
// the run that it does.
type unreadNames struct {
	kinds, names map[string]bool
	templated    bool
	unopened     string // the folder of a file of which nothing is known
}

// readNames goes through the unread texts once.
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

// isBinary tells whether a text is of an encoding that was not read, so that its
// names cannot be known either.
func isBinary(text string) bool { return strings.IndexByte(text, 0) >= 0 }

// mayBeUnread tells whether a text that could not be read may hold the resource
// of the anchor's name. A file that was not even opened may, where it stands in
// the folder of the anchor or in the next one beside, above or below it.
func (s *search) mayBeUnread(kind string, anchor *member) bool {
	for i := range s.unread {
		u := &s.unread[i]
		if u.unopened != "" && nextTo(anchor.folder, u.unopened) || u.kinds[kind] && (u.templated || u.names[anchor.name.text]) {
			return true
		}
	}
	return false
}
