package manifest

// readDoubleQuoted reads the scalar within the double quotes that begin at
// start: a YAML scalar, or a JSON string.
func readDoubleQuoted(text string, start int, want string) (scalarText, bool) {
	if start >= len(text) || text[start] != '"' {
		return unmapped(start, start), false
	}
	s, exact := readBetweenQuotes(text, start, want, true)
	if !exact {
		// In JSON, a next line or line separator character is not a line break.
		if asJSON, isJSON := readBetweenQuotes(text, start, want, false); isJSON {
			return asJSON, true
		}
	}
	return s, exact
}

func readBetweenQuotes(text string, start int, want string, folding bool) (scalarText, bool) {
	proof := &scalarProof{want: want}
	for i := start + 1; i < len(text); {
		switch {
		case text[i] == '"':
			return proof.conclude(start, i+1, start+1)
		case text[i] == '\\':
			i = proof.escape(text, i, folding)
		case folding && (isBlank(text, i) || isLineBreak(text, i)):
			i = proof.fold(text, i, false)
		default:
			end := wordEnd(text, i, '"', '\\')
			proof.addVerbatim(i, text[i:end])
			i = end
		}
	}
	return unmapped(start, len(text)), false
}

// escape adds the escape at the backslash and returns the offset after it.
func (p *scalarProof) escape(text string, raw int, folding bool) int {
	if size, _ := lineBreakAt(text, raw+1); folding && size > 0 {
		return p.fold(text, raw+1+size, true)
	}
	size, decoded := escapeAt(text, raw)
	if size == 0 {
		p.fail()
		return min(raw+2, len(text)) // whatever follows does not end the scalar
	}
	p.addEncoded(raw, size, decoded)
	return raw + size
}
