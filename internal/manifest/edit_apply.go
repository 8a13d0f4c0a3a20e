package manifest

import "fmt"

// Apply returns a text, as held in File.Text, with edits applied. They may come
// in any order; insertions at the same position are made in the order given.
// Edits that overlap, or that refer to a position not in the text, are
// rejected.
func Apply(text string, edits []Edit) (string, error) {
	lines := editorLines(text)
	patches := make([]patch, 0, len(edits))
	for _, edit := range edits {
		start, ok := offsetIn(lines, edit.Span.Start)
		end, okEnd := offsetIn(lines, edit.Span.End)
		if !ok || !okEnd || end < start {
			return "", fmt.Errorf("applying the edit at line %d, column %d: the text has no such place", edit.Span.Start.Line, edit.Span.Start.Column)
		}
		patches = append(patches, patch{start, end, edit.NewText})
	}
	patches, err := joinPatches(patches)
	if err != nil {
		return "", fmt.Errorf("applying edits: %w", err)
	}
	return patched(text, patches), nil
}

// Encode returns a text as the bytes of the file: in its encoding, with its
// byte order mark.
func (f *File) Encode(text string) []byte { return encodeText(text, f.Encoding) }

// offsetIn returns the offset of a position; ok is false if the line does not
// exist or is too short.
func offsetIn(lines *lines, pos Pos) (offset int, ok bool) {
	if pos.Line < 1 || pos.Line > lines.count() || pos.Column < 1 {
		return 0, false
	}
	offset = lines.offset(pos.Line, pos.Column)
	return offset, lines.pos(offset) == pos
}
