package lint

// Result is the result of a run. Findings are sorted by path, line, column and
// rule, and include the suppressed ones.
type Result struct {
	Findings []Finding
	// Files counts the files that were read.
	Files int
	// Environments counts the environments that were checked.
	Environments int
	// IgnoredDocuments counts documents of our kinds that belong to no
	// environment here.
	IgnoredDocuments int
	// SetAside counts files that were not checked: because of their names,
	// because they mention none of our kinds, or because no kustomization lists
	// them.
	SetAside int
	// Checked reports whether anything was checked at all.
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
