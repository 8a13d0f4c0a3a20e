package provider

import "strings"

// secondDocument returns the line, from 1, of the marker that begins a second document
// of the text, or 0 if there is none with content.
func secondDocument(text string) int {
	if !strings.Contains(text, "---") && !strings.Contains(text, "...") {
		return 0
	}
	first, marker, line := false, 0, 0
	for content := range strings.SplitSeq(text, "\n") {
		line++
		content = strings.TrimRight(content, "\r")
		if hasMarker(content, "---") || hasMarker(content, "...") {
			if first && marker == 0 {
				marker = line
			}
			content = content[3:]
		}
		switch {
		case blankOrComment(content), content[0] == '%' && !first:
		case marker > 0:
			return marker
		default:
			first = true
		}
	}
	return 0
}

func hasMarker(line, marker string) bool {
	rest, found := strings.CutPrefix(line, marker)
	return found && (rest == "" || rest[0] == ' ' || rest[0] == '\t')
}

func blankOrComment(text string) bool {
	text = strings.TrimSpace(text)
	return text == "" || text[0] == '#'
}
