package access

import "strings"

// placeholders are the ways to leave a value open, by their opening and closing marks:
// documentation, shell and Terraform, Kubernetes, Helm and Vault.
var placeholders = [...][2]string{{"{{", "}}"}, {"${", "}"}, {"$(", ")"}, {"<{", "}>"}, {"{<", ">}"}, {"<", ">"}}

// closings are the offsets of the last closing mark of each way in a text, -1 for none.
type closings [len(placeholders)]int

func closingsOf(text string) (last closings) {
	for i, marks := range placeholders {
		last[i] = strings.LastIndex(text, marks[1])
	}
	return last
}

// unknown reports whether a text leaves something open.
func unknown(text string) bool {
	if !strings.ContainsAny(text, "{<$") {
		return false
	}
	start, _ := nextPlaceholder(text, 0, closingsOf(text))
	return start >= 0
}

// open replaces every placeholder in a text with "*".
func open(text string) string {
	var out strings.Builder
	last := closingsOf(text)
	for at := 0; ; {
		start, end := nextPlaceholder(text, at, last)
		if start < 0 {
			return out.String() + text[at:]
		}
		out.WriteString(text[at:start])
		out.WriteByte('*')
		at = end
	}
}

// nextPlaceholder returns the range of the first placeholder from an offset on; start
// is -1 if there is none.
func nextPlaceholder(text string, from int, last closings) (start, end int) {
	for at := from; at < len(text); at++ {
		next := strings.IndexAny(text[at:], "{<$")
		if next < 0 {
			break
		}
		at += next
		for i, marks := range placeholders {
			inner := at + len(marks[0])
			if strings.HasPrefix(text[at:], marks[0]) && last[i] >= inner {
				return at, inner + strings.Index(text[inner:], marks[1]) + len(marks[1])
			}
		}
	}
	return -1, 0
}

// orPlaceholder returns a value, or a placeholder if it is unknown.
func orPlaceholder(value, name string) string {
	if value == "" {
		return "<" + name + ">"
	}
	return value
}
