package manifest

import "strings"

// blockHeader is what a block scalar's first line specifies.
type blockHeader struct {
	folded  bool
	strip   bool // "-": no final line break
	keep    bool // "+": all final line breaks
	indent  int  // the indentation indicator, 0 if there is none
	end     int  // just after the indicators
	content int  // where the next line begins
}

// readBlock reads the block scalar whose | or > is at start.
func readBlock(text string, start int, want string) (scalarText, bool) {
	header, ok := readBlockHeader(text, start)
	if !ok {
		return unmapped(start, start), false
	}
	fallback := -1
	for _, indent := range blockIndents(text, header, want) {
		proof := &scalarProof{want: want}
		end := proof.blockLines(text, header, indent)
		if proof.exact() {
			return proof.conclude(start, end, header.end)
		}
		if fallback < 0 {
			fallback = end
		}
	}
	return unmapped(start, max(fallback, header.end)), false
}

func readBlockHeader(text string, start int) (blockHeader, bool) {
	if start >= len(text) || text[start] != '|' && text[start] != '>' {
		return blockHeader{}, false
	}
	h := blockHeader{folded: text[start] == '>', end: start + 1}
	for ; h.end < len(text); h.end++ {
		switch c := text[h.end]; {
		case c == '-' && !h.keep && !h.strip:
			h.strip = true
			continue
		case c == '+' && !h.keep && !h.strip:
			h.keep = true
			continue
		case c >= '1' && c <= '9' && h.indent == 0:
			h.indent = int(c - '0')
			continue
		}
		break
	}
	h.content = skipBlanks(text, h.end)
	if h.content < len(text) && text[h.content] == '#' {
		h.content = breakOrEnd(text, h.content)
	}
	size, _ := lineBreakAt(text, h.content)
	h.content += size
	return h, size > 0 || h.content >= len(text)
}

// blockIndents returns the indentations that the content may have, the most
// likely first. Without an indicator the first line determines it; an indicator
// is relative to the indentation of the parent, which is not known here, so it
// is derived from the value. Last comes one that no line has: the scalar may be
// empty, and the line below it a sibling.
func blockIndents(text string, header blockHeader, want string) []int {
	nothing := len(text) + 1
	widest, first, blank := leadingSpaces(text, header.content)
	if header.indent == 0 {
		return []int{max(widest, 1), nothing}
	}
	inner := strings.IndexFunc(want, func(c rune) bool { return c != ' ' && c != '\n' })
	if inner >= 0 && !blank {
		kept := inner - (strings.LastIndexByte(want[:inner], '\n') + 1)
		return []int{max(first-kept, header.indent), nothing}
	}
	// Nothing but blank lines: only the number of remaining spaces can tell.
	const deepest = 64 // columns; it is not worth trying more for white space
	var indents []int
	for indent := header.indent; indent <= min(widest, deepest); indent++ {
		indents = append(indents, indent)
	}
	return append(indents, nothing)
}

// leadingSpaces measures the lines up to the first that contains more than
// spaces: the widest indentation among them, that line's own, and whether there
// is no such line.
func leadingSpaces(text string, content int) (widest, first int, blank bool) {
	for i := content; ; {
		lineStart := i
		for i < len(text) && text[i] == ' ' {
			i++
		}
		first = i - lineStart
		widest = max(widest, first)
		size, _ := lineBreakAt(text, i)
		if size == 0 {
			return widest, first, i >= len(text)
		}
		i += size
	}
}
