package engine

import (
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// hideSecrets keeps the secrets of a subject's documents out of what is said
// of them, whatever a rule wrote.
func hideSecrets(findings []lint.Finding, subject *link.Subject) {
	if len(findings) == 0 {
		return
	}
	var secrets link.Secrets
	for i := range subject.Documents {
		secrets = append(secrets, link.SecretsOf(subject.Documents[i].Doc)...)
	}
	if len(secrets) == 0 {
		return
	}
	for i := range findings {
		f := &findings[i]
		f.Message = secrets.Hide(f.Message)
		for j := range f.Related {
			f.Related[j].Message = secrets.Hide(f.Related[j].Message)
		}
		if f.Fix != nil {
			f.Fix.Title = secrets.Hide(f.Fix.Title)
			f.Fix.Secret = slices.ContainsFunc(f.Fix.Edits, func(e manifest.Edit) bool { return secrets.Holds(e.NewText) })
		}
	}
}

// withoutSecretFixes leaves out the fixes whose text must not be shown; `mxlint
// fix` makes them.
func withoutSecretFixes(findings []lint.Finding) {
	for i := range findings {
		if fix := findings[i].Fix; fix != nil && fix.Secret {
			findings[i].Fix = nil
		}
	}
}
