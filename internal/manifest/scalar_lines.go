package manifest

// blockLines adds the lines of a block scalar that are indented by at least
// indent spaces, and returns the end of the last one that contains text; the
// end of the header if none does.
func (p *scalarProof) blockLines(text string, header blockHeader, indent int) int {
	end := header.end
	lastBreak := -1              // the break of the previous line, not yet added
	blanksFrom := header.content // where the empty lines after it begin
	i, reached := skipEmptyLines(text, header.content, indent)
	wasIndented := false // the previous line began with a blank
	for reached && i < len(text) {
		indented := isBlank(text, i)
		p.blockBreak(text, lastBreak, blanksFrom, i, header.folded && !wasIndented && !indented)
		wasIndented = indented

		end = breakOrEnd(text, i)
		p.addVerbatim(i, text[i:end])
		size, _ := lineBreakAt(text, end)
		if size == 0 { // the end of the text
			return end
		}
		lastBreak, blanksFrom = end, end+size
		i, reached = skipEmptyLines(text, blanksFrom, indent)
	}
	if !header.strip && lastBreak >= 0 {
		p.lineBreak(text, lastBreak)
	}
	if header.keep {
		p.emptyLines(text, blanksFrom, i)
	}
	return end
}

// blockBreak adds what is between two lines of text: the break of the first,
// which may fold into a space, and the empty lines after it.
func (p *scalarProof) blockBreak(text string, lastBreak, blanksFrom, next int, folds bool) {
	switch {
	case lastBreak < 0:
	case folds:
		_, second, _ := foldedBreaks(text, lastBreak, false)
		p.foldedBreak(text, lastBreak, second < 0)
	default:
		p.lineBreak(text, lastBreak)
	}
	p.emptyLines(text, blanksFrom, next)
}

// skipEmptyLines skips indentation and empty lines. reached reports whether the
// line it stops at is indented by indent spaces, which are then skipped.
func skipEmptyLines(text string, i, indent int) (next int, reached bool) {
	for {
		spaces := 0
		for spaces < indent && i < len(text) && text[i] == ' ' {
			i++
			spaces++
		}
		size, _ := lineBreakAt(text, i)
		if size == 0 {
			return i, spaces == indent
		}
		i += size
	}
}
