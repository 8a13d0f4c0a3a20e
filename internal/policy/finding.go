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
	at, err := r.locate(report.At)
	if err != nil {
		return lint.Finding{}, fmt.Errorf("rule %q: %w", report.Rule, err)
	}
	f := lint.Finding{
		Rule: rule.ID, Message: r.sentence(report.Message), Span: at.span,
		Environment: subject.ID, Pointer: report.At.Path.Pointer(), Subject: report.subject,
	}
	if f.Severity, err = severityOf(rule, report); err != nil {
		return f, err
	}
	if at.doc != nil {
		describe(&f, at.doc)
	}
	if f.Related, err = r.notes(report); err != nil {
		return f, err
	}
	if report.fix != nil && r.Fixes && at.doc != nil {
		f.Fix, f.NoFix = r.offer(report.fix, at)
	}
	f.Fingerprint = fingerprint(&f, subject, report.At)
	return f, nil
}

// severityOf is the rule's own, unless the report gives another one.
func severityOf(rule *lint.Rule, report *Report) (lint.Severity, error) {
	if report.severity == "" {
		return rule.Severity, nil
	}
	severity, err := lint.ParseSeverity(report.severity)
	if err != nil {
		return severity, err
	}
	return severity, checkRaised(rule, severity)
}

// checkRaised refuses a severity above the rule's own: METADATA promises the
// highest.
func checkRaised(rule *lint.Rule, severity lint.Severity) error {
	if rule.Custom && severity > rule.Severity {
		return fmt.Errorf("rule %q reports the severity %q above its own, which is %q", rule.ID, severity, rule.Severity)
	}
	return nil
}

// describe says which resource a finding is about, and what it was rendered from.
func describe(f *lint.Finding, doc *manifest.Doc) {
	f.Object = ObjectID(doc)
	if doc.Origin != nil {
		f.Deployment = doc.Origin.Deployment()
	}
	if doc.Source != "" {
		f.Message += fmt.Sprintf(" (rendered from %q)", doc.Source)
	}
}

// notes are the other places that a report speaks of. Several overlays of one
// base stand at one place of it.
func (r *Resolver) notes(report *Report) ([]lint.Note, error) {
	var notes []lint.Note
	for _, related := range report.related {
		at, err := r.locate(related.at)
		if err != nil {
			return nil, fmt.Errorf("rule %q: %w", report.Rule, err)
		}
		if note := (lint.Note{Span: at.span, Message: r.sentence(related.message)}); !slices.Contains(notes, note) {
			notes = append(notes, note)
		}
	}
	return notes, nil
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
