package report

import "example.com/mxlint/internal/lint"

// live returns the findings that are not suppressed, in order.
func live(result *lint.Result) []*lint.Finding {
	var findings []*lint.Finding
	for i := range result.Findings {
		if result.Findings[i].Suppressed == nil {
			findings = append(findings, &result.Findings[i])
		}
	}
	return findings
}

// fileFindings are the live findings of one file.
type fileFindings struct {
	path     string
	findings []*lint.Finding
}

// byFile groups the live findings by file, each file once.
func byFile(result *lint.Result) []fileFindings {
	var files []fileFindings
	at := map[string]int{}
	for _, finding := range live(result) {
		path := finding.Span.Path
		i, known := at[path]
		if !known {
			i = len(files)
			at[path] = i
			files = append(files, fileFindings{path: path})
		}
		files[i].findings = append(files[i].findings, finding)
	}
	return files
}
