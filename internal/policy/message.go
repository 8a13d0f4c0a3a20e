package policy

import "strings"

// shownText returns the text of a rule in a form that may be shown.
func (r *Resolver) shownText(text string) string {
	if r.Hide != nil {
		text = r.Hide(text)
	}
	return oneLine(text)
}

// messageBytes bounds a message: it contains texts of manifests, and one may be as long
// as a manifest.
const messageBytes = 2000

// oneLine puts a message on one line, without control characters.
func oneLine(text string) string {
	if len(text) > messageBytes {
		text = strings.ToValidUTF8(text[:messageBytes], "") + "…"
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 || r == 0x2028 || r == 0x2029:
			return '\uFFFD'
		}
		return r
	}, text)
}
