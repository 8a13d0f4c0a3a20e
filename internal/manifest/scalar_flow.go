package manifest

// fold adds the blanks and line breaks that begin at raw and returns the offset
// after them. Blanks within a line are kept. One line break between two lines
// is read as a space, several as one less than there are, and the blanks around
// them are dropped (YAML 1.2.2, 6.5). After an escaped line break the next
// line's indentation is dropped too, but nothing is folded.
func (p *scalarProof) fold(text string, raw int, escaped bool) int {
	first, second, end := foldedBreaks(text, raw, escaped)
	if first < 0 && !escaped {
		p.addVerbatim(raw, text[raw:end])
		return end
	}
	if first >= 0 {
		p.foldedBreak(text, first, second < 0)
	}
	if second >= 0 {
		p.emptyLines(text, second, end)
	}
	return end
}

// foldedBreaks finds the end of a run of blanks and line breaks, and in it the
// break that may be folded and the one after it; -1 if there is none.
func foldedBreaks(text string, raw int, escaped bool) (first, second, end int) {
	first, second = -1, -1
	for end = raw; end < len(text); {
		size, _ := lineBreakAt(text, end)
		switch {
		case size == 0 && !isBlank(text, end):
			return first, second, end
		case size == 0:
			size = 1
		case first < 0 && !escaped:
			first = end
		case second < 0:
			second = end
		}
		end += size
	}
	return first, second, end
}

// foldedBreak adds the break that ends a folded line: alone it is a space,
// before empty lines it is dropped. A line separator is never folded.
func (p *scalarProof) foldedBreak(text string, raw int, alone bool) {
	size, decoded := lineBreakAt(text, raw)
	switch {
	case decoded != "\n":
		p.addVerbatim(raw, decoded)
	case alone:
		p.addEncoded(raw, size, " ")
	}
}

// emptyLines adds the line breaks in text[from:to], which contains nothing else
// but blanks.
func (p *scalarProof) emptyLines(text string, from, to int) {
	for i := from; i < to; {
		size, _ := lineBreakAt(text, i)
		if size > 0 {
			p.lineBreak(text, i)
		}
		i += max(size, 1)
	}
}

// readSingleQuoted reads the scalar within the single quotes that begin at
// start.
func readSingleQuoted(text string, start int, want string) (scalarText, bool) {
	if start >= len(text) || text[start] != '\'' {
		return unmapped(start, start), false
	}
	proof := &scalarProof{want: want}
	for i := start + 1; i < len(text); {
		switch {
		case text[i] == '\'' && i+1 < len(text) && text[i+1] == '\'':
			proof.addEncoded(i, 2, "'")
			i += 2
		case text[i] == '\'':
			return proof.conclude(start, i+1, start+1)
		case isBlank(text, i) || isLineBreak(text, i):
			i = proof.fold(text, i, false)
		default:
			end := wordEnd(text, i, '\'', '\'')
			proof.addVerbatim(i, text[i:end])
			i = end
		}
	}
	return unmapped(start, len(text)), false
}

// wordEnd returns the offset of the next blank, line break, or one of two stops
// after the character at i.
func wordEnd(text string, i int, stop, otherStop byte) int {
	for i++; i < len(text); i++ {
		if text[i] == stop || text[i] == otherStop || isBlank(text, i) || isLineBreak(text, i) {
			break
		}
	}
	return i
}
