package policy

import "strings"

// sentence is what a rule says, as it may be shown.
func (r *Resolver) sentence(text string) string {
	if r.Hide != nil {
		text = r.Hide(text)
	}
	return oneLine(text)
}

// messageBytes bounds a message: texts of manifests stand in it, and one may be
// as long as a manifest.
const messageBytes = 2000

// oneLine keeps a message on one line and free of control characters.
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
