package engine

import (
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/schema"
)

// shape adds to each document what the schema of its kind says about it.
func (r *run) shape(subject *link.Subject) error {
	for i := range subject.Documents {
		document := &subject.Documents[i]
		facts, err := r.shapes.Check(document.Kind, document.Doc.Root)
		if err != nil {
			return err
		}
		at := func(path link.Place) link.Place { path.Doc = document.ID; return path }
		for _, v := range facts.Violations {
			document.Violations = append(document.Violations, link.Violation{
				Keyword: v.Keyword, Message: v.Message, Reserved: v.Reserved, Subject: v.Subject, Plain: v.Unquoted,
				At: at(link.Place{Path: v.Path, Part: v.Part}),
			})
		}
		for _, f := range facts.UnknownFields {
			document.UnknownFields = append(document.UnknownFields, link.UnknownField{
				Name: f.Name, Nearest: f.Nearest, Rightful: f.BelongsAt, NearMiss: f.NearMiss, With: f.With, Under: f.Under,
				At: at(link.Place{Path: f.Path, Part: manifest.Key}),
			})
		}
		for _, s := range facts.NonStrings {
			document.NonStrings = append(document.NonStrings, link.NonString{
				Where: s.Where, Name: s.Name, Text: s.Text, Type: s.Type, Reads: s.Reads, At: at(link.Place{Path: s.Path, Part: manifest.Value}),
			})
		}
		duplicates(document, facts.Duplicates, at)
	}
	return nil
}

func duplicates(document *link.Document, found []schema.Duplicate, at func(link.Place) link.Place) {
	for _, d := range found {
		document.Duplicates = append(document.Duplicates, link.DuplicateKey{
			Key: d.Key, Same: d.Same, With: d.With, Joined: d.TwoObjects, At: at(link.Place{Path: d.Path, Part: manifest.Key}), First: at(link.Place{Path: d.First, Part: manifest.Key}),
		})
	}
}
