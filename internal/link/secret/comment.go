package secret

import "strings"

// HideComments replaces the comments of a text that mention secrets: their content has
// no form, so the whole comment is hidden.
func HideComments(text string) string {
	if !strings.Contains(text, "#") {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		end := strings.TrimRight(line, "\r\n")
		hideCommentsIn(&b, end)
		b.WriteString(line[len(end):])
	}
	return b.String()
}

// hideCommentsIn is HideComments for one line. In a text that is in double quotes on
// one line, a comment ends where the text's own line does.
func hideCommentsIn(b *strings.Builder, line string) {
	for quoted := false; ; {
		at := commentIn(line)
		if at < 0 {
			b.WriteString(line)
			return
		}
		if strings.Count(strings.ReplaceAll(line[:at], `\"`, ""), `"`)%2 == 1 {
			quoted = !quoted
		}
		end := len(line)
		if next := strings.Index(line[at:], `\n`); quoted && next >= 0 {
			end = at + next
		}
		b.WriteString(line[:at])
		if speaksOfSecret(line[at:end]) {
			b.WriteString("#" + stars(line[at+1:end]))
		} else {
			b.WriteString(line[at:end])
		}
		line = line[end:]
	}
}

// commentIn returns where a comment of a line begins, or -1.
func commentIn(line string) int {
	for at := 0; ; at++ {
		next := strings.IndexByte(line[at:], '#')
		if next < 0 {
			return -1
		}
		if at += next; at == 0 || line[at-1] == ' ' || line[at-1] == '\t' {
			return at
		}
	}
}
