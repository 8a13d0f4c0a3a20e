package report

import "example.com/mxlint/internal/lint"

type jsonFinding struct {
	Rule        string        `json:"rule"`
	Severity    string        `json:"severity"`
	Message     string        `json:"message"`
	Path        string        `json:"path"`
	Line        int           `json:"line"`
	Column      int           `json:"column"`
	EndLine     int           `json:"endLine"`
	EndColumn   int           `json:"endColumn"`
	Resource    *jsonResource `json:"resource,omitempty"`
	Environment string        `json:"environment,omitempty"`
	Pointer     string        `json:"pointer,omitempty"`
	Related     []jsonNote    `json:"related"`
	Fix         *jsonFix      `json:"fix,omitempty"`
	Fingerprint string        `json:"fingerprint"`
	Suppressed  bool          `json:"suppressed"`
}

type jsonResource struct {
	APIVersion string `json:"apiVersion,omitempty"`
	Kind       string `json:"kind,omitempty"`
	Namespace  string `json:"namespace,omitempty"`
	Name       string `json:"name,omitempty"`
}

type jsonNote struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type jsonFix struct {
	Title  string     `json:"title"`
	Unsafe bool       `json:"unsafe"`
	Edits  []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	StartLine   int    `json:"startLine"`
	StartColumn int    `json:"startColumn"`
	EndLine     int    `json:"endLine"`
	EndColumn   int    `json:"endColumn"`
	NewText     string `json:"newText"`
}

func newJSONFinding(f *lint.Finding) jsonFinding {
	start, end := bounds(f.Span)
	finding := jsonFinding{
		Rule: f.Rule, Severity: f.Severity.String(), Message: f.Message,
		Path: f.Span.Path, Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
		Environment: f.Environment, Pointer: f.Pointer,
		Related:     make([]jsonNote, len(f.Related)),
		Fix:         newJSONFix(f),
		Fingerprint: f.Fingerprint, Suppressed: f.Suppressed != nil,
	}
	if f.Object != (lint.ObjectID{}) {
		resource := jsonResource(f.Object)
		finding.Resource = &resource
	}
	for i, note := range f.Related {
		at, _ := bounds(note.Span)
		finding.Related[i] = jsonNote{Path: note.Span.Path, Line: at.Line, Column: at.Column, Message: note.Message}
	}
	return finding
}

// newJSONFix leaves out a fix that changes another file than the finding's: an edit has
// no file, and programs apply it to the path of the finding.
func newJSONFix(f *lint.Finding) *jsonFix {
	if f.Fix == nil || f.Fix.Elsewhere(f.Span.Path) != "" {
		return nil
	}
	fix := &jsonFix{Title: f.Fix.Title, Unsafe: f.Fix.Unsafe, Edits: make([]jsonEdit, len(f.Fix.Edits))}
	for i, edit := range f.Fix.Edits {
		start, end := bounds(edit.Span)
		fix.Edits[i] = jsonEdit{
			StartLine: start.Line, StartColumn: start.Column, EndLine: end.Line, EndColumn: end.Column,
			NewText: edit.NewText,
		}
	}
	return fix
}
