package access

import "strings"

// placeholders are the ways to leave a value open, by their opening and
// closing marks: documentation, shell and Terraform, Kubernetes, Helm and Vault.
var placeholders = [...][2]string{{"{{", "}}"}, {"${", "}"}, {"$(", ")"}, {"<{", "}>"}, {"{<", ">}"}, {"<", ">"}}

// unknown tells whether a text leaves something open.
func unknown(text string) bool {
	_, _, found := cutPlaceholder(text)
	return found
}

// open replaces every placeholder of a text by "*".
func open(text string) string {
	before, after, found := cutPlaceholder(text)
	if !found {
		return text
	}
	return before + "*" + open(after)
}

// cutPlaceholder returns what stands around the first placeholder of a text.
func cutPlaceholder(text string) (before, after string, found bool) {
	first := strings.IndexAny(text, "{<$")
	for at := max(first, 0); first >= 0 && at < len(text); at++ {
		for _, marks := range placeholders {
			rest, opened := strings.CutPrefix(text[at:], marks[0])
			if !opened {
				continue
			}
			if end := strings.Index(rest, marks[1]); end >= 0 {
				return text[:at], rest[end+len(marks[1]):], true
			}
		}
	}
	return text, "", false
}

// orPlaceholder names a value that is not known.
func orPlaceholder(value, name string) string {
	if value == "" {
		return "<" + name + ">"
	}
	return value
}
