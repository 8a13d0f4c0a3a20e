package engine

import (
	"fmt"
	"strings"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// nameOf identifies a finding within one run.
func nameOf(f *lint.Finding) string {
	return f.Rule + "\x00" + f.Span.Path + "\x00" + f.Object.Kind + "\x00" + f.Object.Namespace + "\x00" + f.Object.Name + "\x00" + f.Pointer + "\x00" + f.Subject
}

// namesAfter returns the names under which a finding is found again: by its place in
// the document, which new lines do not change, and by its place in the text, which
// renamed keys do not.
func namesAfter(s *stage, f *lint.Finding) []string {
	file := s.file(f.Span.Path)
	if file == nil {
		return namesAt(f, f.Span.Start)
	}
	return namesAt(f, file.Offset(f.Span.Start))
}

func namesAt(f *lint.Finding, places ...any) []string {
	var names []string
	if f.Pointer != "" {
		names = append(names, nameOf(f)+"\x00"+f.Deployment)
	}
	for _, place := range places {
		names = append(names, fmt.Sprintf("%s\x00%s\x00%v\x00%s\x00%s", f.Rule, f.Span.Path, place, f.Subject, f.Deployment))
	}
	return names
}

// messageKey identifies a finding by what it says about its object: what is missing is
// reported elsewhere once a fix has created a better place for it.
func messageKey(f *lint.Finding) string {
	return strings.Join([]string{f.Rule, f.Span.Path, f.Object.Kind, f.Object.Namespace, f.Object.Name, f.Message, f.Deployment}, "\x00")
}

// moves records how the text of each file has moved.
type moves map[string][]move

type move struct{ start, end, added int } // in bytes of the text before

func movesOf(before *stage, batch []*lint.Finding) moves {
	m := make(moves)
	for _, finding := range batch {
		for _, edit := range finding.Fix.Edits {
			if file := before.file(edit.Span.Path); file != nil {
				m[edit.Span.Path] = append(m[edit.Span.Path], moveOf(file, edit))
			}
		}
	}
	return m
}

func moveOf(file *manifest.File, edit manifest.Edit) move {
	start, end := file.Offset(edit.Span.Start), file.Offset(edit.Span.End)
	return move{start, end, len(edit.NewText) - (end - start)}
}

// names returns the names that a finding of the run before would have in the one after.
// A finding at an insertion may have moved behind it, or not.
func (m moves) names(before *stage, f *lint.Finding) []string {
	file := before.file(f.Span.Path)
	if file == nil {
		return namesAt(f, f.Span.Start)
	}
	offset := file.Offset(f.Span.Start)
	least, most := offset, offset
	for _, move := range m[f.Span.Path] {
		switch {
		case move.end < offset, move.end == offset && move.start < offset:
			least, most = least+move.added, most+move.added
		case move.end == offset:
			most += move.added
		case move.start < offset:
			least, most = least-(offset-move.start), most-(offset-move.start)
		}
	}
	return namesAt(f, least, most)
}
