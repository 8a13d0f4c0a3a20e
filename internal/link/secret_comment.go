package link

import "strings"

// HideComments replaces the comments of a text that speak of secrets: what is
// written in them has no form, so all of the comment goes.
func HideComments(text string) string {
	if !strings.Contains(text, "#") {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		at := commentIn(line)
		if at < 0 || !speaksOfSecret(line[at:]) {
			b.WriteString(line)
			continue
		}
		end := strings.TrimRight(line, "\r\n")
		b.WriteString(line[:at] + "#" + stars(end[at+1:]) + line[len(end):])
	}
	return b.String()
}

// commentIn returns where a comment of a line begins, or -1.
func commentIn(line string) int {
	if strings.HasPrefix(line, "#") {
		return 0
	}
	blank, tab := strings.Index(line, " #"), strings.Index(line, "\t#")
	switch {
	case blank < 0 && tab < 0:
		return -1
	case blank < 0 || tab >= 0 && tab < blank:
		return tab + 1
	}
	return blank + 1
}
