package manifest

// readPlain reads the unquoted scalar that begins at start. Where it ends
// depends on the enclosing collections, which are not known here; so it is read
// until the value is complete, and what follows has to be able to end it.
func readPlain(text string, start int, want string) (scalarText, bool) {
	proof := &scalarProof{want: want}
	i := start
	for i < len(text) && proof.done < len(want) && !proof.failed {
		if isBlank(text, i) || isLineBreak(text, i) {
			i = proof.fold(text, i, false)
			continue
		}
		end := min(wordEnd(text, i, ' ', '\t'), i+len(want)-proof.done)
		proof.addVerbatim(i, text[i:end])
		i = end
	}
	if !proof.exact() || want != "" && !plainMayEnd(text, i) {
		return unmapped(start, plainLineEnd(text, start)), false
	}
	return proof.conclude(start, i, start)
}

// plainMayEnd reports whether a plain scalar can end at i: at the end of a
// line, before a comment, before the colon of a key, or before a flow
// indicator.
func plainMayEnd(text string, i int) bool {
	next := skipBlanks(text, i)
	if next >= len(text) || isLineBreak(text, next) {
		return true
	}
	switch text[next] {
	case '#':
		return next > i
	case ':':
		return next+1 >= len(text) || isBlank(text, next+1) || isLineBreak(text, next+1)
	case ',', '?', '[', ']', '{', '}':
		return true
	}
	return false
}

// plainLineEnd guesses the end of a plain scalar that could not be rebuilt:
// before the first thing on its line that ends one in block style.
func plainLineEnd(text string, start int) int {
	end := start
	for i := start; i < len(text) && !isLineBreak(text, i); i++ {
		if isBlank(text, i) {
			continue
		}
		if text[i] == '#' && i > end || text[i] == ':' && plainMayEnd(text, i) {
			break
		}
		end = i + 1
	}
	return end
}
