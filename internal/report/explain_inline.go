package report

import (
	"strings"
	"unicode/utf8"
)

// inline replaces links with their text followed by the address, and removes marks of
// emphasis. Code keeps its backticks.
func inline(text string) string {
	var out strings.Builder
	for text != "" {
		switch {
		case text[0] == '`':
			end := strings.IndexByte(text[1:], '`') + 2
			if end < 2 {
				end = len(text)
			}
			out.WriteString(text[:end])
			text = text[end:]
		case strings.HasPrefix(text, "**"):
			text = text[2:]
		case strings.HasPrefix(text, "<http://"), strings.HasPrefix(text, "<https://"):
			address, rest, closed := cutAddress(text[1:], '>')
			if !closed {
				address, rest = "<", text[1:]
			}
			out.WriteString(address)
			text = rest
		case text[0] == '[':
			shown, rest := linkText(text)
			out.WriteString(shown)
			text = rest
		default:
			_, size := utf8.DecodeRuneInString(text)
			out.WriteString(text[:size])
			text = text[size:]
		}
	}
	return out.String()
}

// linkText reads a link at the start of the text; a bracket that does not begin a link
// is kept.
func linkText(text string) (shown, rest string) {
	end := strings.IndexAny(text[1:], "[]") + 1
	if end < 1 || !strings.HasPrefix(text[end:], "](") {
		return "[", text[1:]
	}
	label := text[1:end]
	address, after, closed := cutAddress(text[end+len("]("):], ')')
	if !closed {
		return "[", text[1:]
	}
	if label == address {
		return address, after
	}
	if !strings.Contains(address, "://") {
		return label, after // a file of the repository, which a terminal does not show
	}
	return label + " (" + address + ")", after
}

// longestAddress bounds the search for the end of an address: a page may contain any
// number of addresses that do not end.
const longestAddress = 4000

func cutAddress(text string, end byte) (address, after string, closed bool) {
	at := strings.IndexByte(text[:min(len(text), longestAddress)], end)
	if at < 0 {
		return "", text, false
	}
	return text[:at], text[at+1:], true
}

// wrap breaks a text at spaces into lines of at most width characters; a longer word is
// alone on its line.
func wrap(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		length := utf8.RuneCountInString(word)
		if used > 0 && used+1+length > width {
			lines = append(lines, line)
			line, used = "", 0
		}
		if used > 0 {
			line += " "
			used++
		}
		line += word
		used += length
	}
	if used > 0 {
		lines = append(lines, line)
	}
	return lines
}
