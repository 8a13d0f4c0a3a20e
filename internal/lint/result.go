package lint

// Result is what a run found. Findings are sorted by path, line, column and
// rule, and hold the suppressed ones too.
type Result struct {
	Findings []Finding
	// Files counts the files that were read.
	Files int
	// Environments counts the environments that were judged.
	Environments int
	// IgnoredDocuments counts documents of our kinds that belong to nobody here.
	IgnoredDocuments int
	// SetAside counts files that were not checked: for their names, since they name
	// none of our kinds, or since no kustomization lists them.
	SetAside int
	// Checked tells whether anything was checked at all.
	Checked bool
}

// Summary counts the live findings by severity, and the suppressed ones.
type Summary struct {
	Errors, Warnings, Infos, Suppressed int
}

// Summary counts the findings.
func (r *Result) Summary() Summary {
	var s Summary
	for i := range r.Findings {
		switch finding := &r.Findings[i]; {
		case finding.Suppressed != nil:
			s.Suppressed++
		case finding.Severity == Error:
			s.Errors++
		case finding.Severity == Warning:
			s.Warnings++
		default:
			s.Infos++
		}
	}
	return s
}
