package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// Resolver turns the reports of one subject into findings: paths become lines
// and columns here.
type Resolver struct {
	Catalog *lint.Catalog
	// Doc returns a document by its ID.
	Doc func(id string) *manifest.Doc
	// Fixes tells whether the operations of fixes are worked out, within Budget.
	Fixes  bool
	Budget manifest.EditBudget
	// Hide keeps secrets out of a text before it is cut; nil shows all.
	Hide func(text string) string
}

// Finding makes the finding of a report on a subject.
func (r *Resolver) Finding(report *Report, subject *link.Subject) (lint.Finding, error) {
	rule := r.Catalog.Rule(report.Rule)
	if rule == nil {
		return lint.Finding{}, fmt.Errorf("rule %q has no metadata", report.Rule)
	}
	span, doc, exact, err := r.span(report.At)
	if err != nil {
		return lint.Finding{}, fmt.Errorf("rule %q: %w", report.Rule, err)
	}
	f := lint.Finding{
		Rule: rule.ID, Severity: rule.Severity, Message: r.sentence(report.Message), Span: span,
		Environment: subject.ID, Pointer: report.At.Path.Pointer(), Subject: report.Subject,
	}
	if report.Severity != "" {
		if f.Severity, err = lint.ParseSeverity(report.Severity); err != nil {
			return f, err
		}
		if err := checkRaised(rule, f.Severity); err != nil {
			return f, err
		}
	}
	if doc != nil {
		f.Object = ObjectID(doc)
		if doc.Origin != nil {
			f.Deployment = doc.Origin.Deployment()
		}
		if doc.Source != "" {
			f.Message += fmt.Sprintf(" (rendered from %q)", doc.Source)
		}
	}
	for _, related := range report.Related {
		span, _, _, err := r.span(related.At)
		if err != nil {
			return f, fmt.Errorf("rule %q: %w", report.Rule, err)
		}
		// Several overlays of one base stand at one place of it.
		if note := (lint.Note{Span: span, Message: r.sentence(related.Message)}); !slices.Contains(f.Related, note) {
			f.Related = append(f.Related, note)
		}
	}
	if report.Fix != nil && r.Fixes && doc != nil {
		f.Fix, f.NoFix = r.offer(report.Fix, span.Path, doc, exact)
	}
	f.Fingerprint = fingerprint(&f, subject, report.At)
	return f, nil
}

func (r *Resolver) span(at link.Place) (manifest.Span, *manifest.Doc, bool, error) {
	if span, ok := at.FileSpan(); ok {
		return span, nil, true, nil
	}
	doc := r.Doc(at.Doc)
	if doc == nil {
		return manifest.Span{}, nil, false, fmt.Errorf("there is no document %q", at.Doc)
	}
	var span manifest.Span
	var exact bool
	switch {
	case at.Line > 0:
		span, exact = doc.LocateText(at.Path, at.Line, at.Column)
	case at.To > 0:
		span, exact = doc.LocateWithin(at.Path, at.From, at.To)
	default:
		span, exact = doc.Locate(at.Path, at.Part)
	}
	return span, doc, exact, nil
}

// ObjectID returns what a document is called, as it is written.
func ObjectID(doc *manifest.Doc) lint.ObjectID {
	scalar := func(path manifest.Path) string {
		if node := doc.Node(path); node != nil {
			return node.Value
		}
		return ""
	}
	return lint.ObjectID{APIVersion: doc.APIVersion, Kind: doc.Kind, Namespace: scalar("/metadata/namespace"), Name: scalar("/metadata/name")}
}

// fingerprint identifies a finding across runs: by its rule, its object, its
// place inside the object and its subject, never by its line. An entry of
// `objects` is named by the file it mounts, so that the order does not count.
func fingerprint(f *lint.Finding, subject *link.Subject, at link.Place) string {
	object := f.Object.Kind + " " + f.Object.Namespace + "/" + f.Object.Name
	if f.Object.Name == "" || f.Object.Namespace == "" {
		object += " " + f.Span.Path
	}
	pointer := string(at.Path)
	for i := range subject.MountedFiles {
		file := &subject.MountedFiles[i]
		if entry := string(file.Entry.Path); entry != "" && strings.HasPrefix(pointer, entry) &&
			(len(pointer) == len(entry) || pointer[len(entry)] == '/' || pointer[len(entry)] == '!') && file.Entry.Doc == at.Doc && !file.Parent {
			pointer = "file " + file.Name + pointer[len(entry):]
			break
		}
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{f.Rule, object, pointer, f.Subject, f.Deployment}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// sentence is what a rule says, as it may be shown.
func (r *Resolver) sentence(text string) string {
	if r.Hide != nil {
		text = r.Hide(text)
	}
	return oneLine(text)
}

// messageBytes bounds a message: texts of manifests stand in it, and one may be
// as long as a manifest.
const messageBytes = 2000

// oneLine keeps a message on one line and free of control characters.
func oneLine(text string) string {
	if len(text) > messageBytes {
		text = strings.ToValidUTF8(text[:messageBytes], "") + "…"
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 || r == 0x2028 || r == 0x2029:
			return '\uFFFD'
		}
		return r
	}, text)
}
