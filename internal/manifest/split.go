package manifest

import "strings"

// chunk is one document of a stream, as a range of the file's text.
type chunk struct {
	start, end int
}

// split splits a YAML stream into its documents. A line that begins with "---"
// starts a document and one that begins with "..." ends it, whatever is around
// them: YAML allows neither inside a scalar (YAML 1.2, c-forbidden). Directives
// stay with the document they precede. Splitting by hand keeps the neighbours
// of a broken document readable, unlike a decoder, which returns the same error
// forever.
func split(text string) []chunk {
	var chunks []chunk
	var current chunk
	directives := false // the current chunk has nothing but directives and comments so far
	content := false
	cut := func(at int) {
		if content {
			current.end = at
			chunks = append(chunks, current)
		}
		current, content, directives = chunk{start: at}, false, false
	}
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		switch bare := strings.TrimPrefix(text[at:end], byteOrderMark); {
		case marks(bare, "---"):
			if !directives {
				cut(at)
			}
			directives = false
			content = content || hasContent(bare[3:])
		case marks(bare, "..."):
			cut(at)
			current = chunk{start: next}
		case strings.HasPrefix(bare, "%") && !content:
			directives = true
		default:
			content = content || hasContent(bare)
		}
		at = next
	}
	cut(len(text))
	return chunks
}

// marks reports whether a line is the document marker, alone or followed by
// white space.
func marks(line, marker string) bool {
	return strings.HasPrefix(line, marker) && (len(line) == 3 || line[3] == ' ' || line[3] == '\t')
}

// hasContent reports whether a line has more than white space and a comment.
func hasContent(line string) bool {
	bare := strings.TrimLeft(line, " \t")
	return bare != "" && bare[0] != '#'
}

// lineEnd returns where the line that begins at offset at ends, and where the
// next one begins, as the YAML parser counts lines.
func lineEnd(text string, at int) (end, next int) {
	for end = at; end < len(text); end++ {
		if size, _ := lineBreakAt(text, end); size > 0 {
			return end, end + size
		}
	}
	return end, end
}
