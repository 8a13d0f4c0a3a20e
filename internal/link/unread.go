package link

import "strings"

// Unread is a text that was not read as documents: broken, a template, or a
// part of a deployment that does not render. What is missing may stand in it.
type Unread struct {
	Path string
	Text string
	// Templated tells that its names cannot be known.
	Templated bool
}

// unreadNames are the kinds that an unread text names, and those of the names of
// the run that it does.
type unreadNames struct {
	kinds, names map[string]bool
	templated    bool
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
		found[i] = unreadNames{kinds: make(map[string]bool), names: make(map[string]bool), templated: u.Templated}
		for _, kind := range []string{kindApp, kindAccount, kindClass} {
			found[i].kinds[kind] = strings.Contains(u.Text, kind)
		}
		for word := range strings.FieldsFuncSeq(u.Text, func(r rune) bool { return r > 0x7f || !isNameByte(byte(r)) }) {
			if known[word] {
				found[i].names[word] = true
			}
		}
	}
	return found
}

// mayBeUnread tells whether a text that could not be read may hold the resource.
func (s *search) mayBeUnread(kind, name string) bool {
	for i := range s.unread {
		if u := &s.unread[i]; u.kinds[kind] && (u.templated || u.names[name]) {
			return true
		}
	}
	return false
}
