package engine

import (
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// hideSecrets keeps secrets out of the titles of fixes, and marks fixes whose edits
// contain one, whatever a rule wrote; the messages are free of them already.
func hideSecrets(findings []lint.Finding, secretsOf func() *secret.Texts) {
	if len(findings) == 0 {
		return
	}
	secrets := secretsOf()
	for i := range findings {
		f := &findings[i]
		if f.Fix != nil {
			f.Fix.Title = secrets.Hide(f.Fix.Title)
			f.Fix.Secret = slices.ContainsFunc(f.Fix.Edits, func(e manifest.Edit) bool { return secrets.Hide(e.NewText) != e.NewText })
		}
	}
}

// withoutSecretFixes removes the fixes whose text must not be shown; `mxlint fix` makes
// them.
func withoutSecretFixes(findings []lint.Finding) {
	for i := range findings {
		if fix := findings[i].Fix; fix != nil && fix.Secret {
			findings[i].Fix = nil
		}
	}
}

// secretsAbout returns the secrets of all documents of a subject, not only of those
// with faults. A policy file is checked against all environments, so there it returns
// those of all documents.
func (j *judgement) secretsAbout(s *stated) *secret.Texts {
	if len(s.input.Subject.Access) > 0 {
		return j.everySecret()
	}
	return link.SecretsAbout(s.documents)
}

func (r *run) allSecrets() *secret.Texts {
	var all []*secret.Texts
	for _, file := range r.allFiles() {
		all = append(all, secret.Of(file.Docs...))
	}
	return secret.Join(all...)
}
