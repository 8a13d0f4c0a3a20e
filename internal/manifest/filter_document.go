package manifest

import "strings"

// InDocument reports whether one document of a stream is wanted.
func (w *Words) InDocument(text string) bool {
	for i := range w.words {
		word := &w.words[i]
		if strings.Contains(text, word.Text) && (word.Kind == "" || mayBeKind(text, word.Kind) || word.With != "" && strings.Contains(text, word.With)) {
			return true
		}
	}
	return mayHideWords(text, strings.IndexByte)
}

// mayBeKind reports whether the document may be of a kind. If the document is
// plainly a block mapping at the left margin, only a line there that begins
// with "kind" can say so; any other layout is left to the parser.
func mayBeKind(text, kind string) bool {
	first := true
	for at := 0; at < len(text); {
		end, next := lineEnd(text, at)
		line := strings.TrimPrefix(text[at:end], byteOrderMark)
		at = next
		if first {
			if marks(line, "---") && !hasContent(line[3:]) || !hasContent(line) || strings.HasPrefix(line, "%") {
				continue
			}
			if !isLetter(line[0]) {
				return true
			}
			first = false
		}
		if line == "" {
			continue
		}
		switch c := line[0]; {
		case c == ' ' || c == '\t' || c == '#' || c == '-':
		case strings.HasPrefix(line, "kind"):
			if namesKind(line, kind) {
				return true
			}
		case !isLetter(c) && c != '}' && c != ']':
			return true // a quoted key, a merge key, an explicit key, an anchor
		}
	}
	return false
}

// namesKind reports whether a line "kind: ..." may name the kind, or a list.
func namesKind(line, kind string) bool {
	_, value, found := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	return !found || value == "" || !isLetter(value[0]) || strings.HasPrefix(value, kind) || strings.Contains(value, "List")
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
