package policy

import (
	"fmt"
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// Resolver turns the reports about one subject into findings: here paths become lines
// and columns.
type Resolver struct {
	Catalog *lint.Catalog
	// Doc returns a document by its ID.
	Doc func(id string) *manifest.Doc
	// Fixes says whether the edits of fixes are worked out, within Budget.
	Fixes  bool
	Budget manifest.EditBudget
	// Hide hides secrets in a text before it is truncated; nil shows all.
	Hide func(text string) string
}

// Finding returns the finding for a report about a subject.
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
		Rule: rule.ID, Message: r.shownText(report.Message), Span: at.span,
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

// severityOf returns the rule's own severity, unless the report overrides it.
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

// checkRaised rejects a severity above the rule's own: METADATA promises the highest.
func checkRaised(rule *lint.Rule, severity lint.Severity) error {
	if rule.Custom && severity > rule.Severity {
		return fmt.Errorf("rule %q reports the severity %q above its own, which is %q", rule.ID, severity, rule.Severity)
	}
	return nil
}

// describe adds which resource a finding is about, and what it was rendered from.
func describe(f *lint.Finding, doc *manifest.Doc) {
	f.Object = ObjectID(doc)
	if doc.Origin != nil {
		f.Deployment = doc.Origin.Deployment()
	}
	if doc.Source != "" {
		f.Message += fmt.Sprintf(" (rendered from %q)", doc.Source)
	}
}

// notes returns the other places that a report mentions. Places in several overlays of
// one base are one place in that base.
func (r *Resolver) notes(report *Report) ([]lint.Note, error) {
	var notes []lint.Note
	for _, related := range report.related {
		at, err := r.locate(related.at)
		if err != nil {
			return nil, fmt.Errorf("rule %q: %w", report.Rule, err)
		}
		if note := (lint.Note{Span: at.span, Message: r.shownText(related.message)}); !slices.Contains(notes, note) {
			notes = append(notes, note)
		}
	}
	return notes, nil
}

// ObjectID returns the identity of a document, as written.
func ObjectID(doc *manifest.Doc) lint.ObjectID {
	scalar := func(path manifest.Path) string {
		if node := doc.Node(path); node != nil {
			return node.Value
		}
		return ""
	}
	return lint.ObjectID{APIVersion: doc.APIVersion, Kind: doc.Kind, Namespace: scalar("/metadata/namespace"), Name: scalar("/metadata/name")}
}
