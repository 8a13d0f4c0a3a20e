package manifest

// lineBreakAt returns the size of the line break at text[i:] and what the YAML
// parser decodes it to; 0 and "" if there is none. The parser's breaks are
// those of YAML 1.1: LF, CR, CR LF and next line (U+0085) become LF, the line
// and paragraph separators (U+2028, U+2029) stay as they are. All of them begin
// a new line in a node's Line and Column.
func lineBreakAt(text string, i int) (size int, decoded string) {
	if i >= len(text) {
		return 0, ""
	}
	switch text[i] {
	case '\n':
		return 1, "\n"
	case '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return 2, "\n"
		}
		return 1, "\n"
	case 0xC2:
		if i+1 < len(text) && text[i+1] == 0x85 {
			return 2, "\n"
		}
	case 0xE2:
		if i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xA8 || text[i+2] == 0xA9) {
			return 3, text[i : i+3]
		}
	}
	return 0, ""
}

func isLineBreak(text string, i int) bool {
	size, _ := lineBreakAt(text, i)
	return size > 0
}

func isBlank(text string, i int) bool {
	return i < len(text) && (text[i] == ' ' || text[i] == '\t')
}

// breakOrEnd returns the offset of the first line break at or after i, or the
// end of the text.
func breakOrEnd(text string, i int) int {
	for i < len(text) && !isLineBreak(text, i) {
		i++
	}
	return i
}

// skipBlanks returns the offset of the next character that is not a blank.
func skipBlanks(text string, i int) int {
	for isBlank(text, i) {
		i++
	}
	return i
}
