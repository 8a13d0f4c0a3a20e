package manifest

import "strings"

// lineStart returns where the line of a byte begins, as the parser counts
// lines.
func lineStart(text string, at int) int {
	for at > 0 {
		at--
		switch text[at] {
		case '\n', '\r':
			return at + 1
		case 0x85:
			if at > 0 && text[at-1] == 0xC2 {
				return at + 1
			}
		case 0xA8, 0xA9:
			if at > 1 && text[at-1] == 0x80 && text[at-2] == 0xE2 {
				return at + 1
			}
		}
	}
	return 0
}

// eolNear returns the line end used at a position: that of its line, else that
// of the line before.
func eolNear(text string, at int) string {
	end := breakOrEnd(text, at)
	if end == len(text) {
		if end = strings.LastIndexByte(text[:at], '\n'); end < 0 {
			return "\n"
		}
		if end > 0 && text[end-1] == '\r' {
			end--
		}
	}
	if size, _ := lineBreakAt(text, end); size > 0 {
		return text[end : end+size]
	}
	return "\n"
}

// blankBefore reports whether only blanks precede a position on its line.
func blankBefore(text string, at int) bool {
	return strings.Trim(text[lineStart(text, at):at], " \t") == ""
}

// margin returns the indentation of the line at a position.
func margin(text string, at int) string {
	start := lineStart(text, at)
	return text[start:skipBlanks(text, start)]
}
