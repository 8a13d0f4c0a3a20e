package report

import "example.com/mxlint/internal/lint"

// unsuppressed returns the findings that are not suppressed, in order.
func unsuppressed(result *lint.Result) []*lint.Finding {
	var findings []*lint.Finding
	for i := range result.Findings {
		if result.Findings[i].Suppressed == nil {
			findings = append(findings, &result.Findings[i])
		}
	}
	return findings
}

// fileFindings are the unsuppressed findings of one file.
type fileFindings struct {
	path     string
	findings []*lint.Finding
}

// byFile groups the unsuppressed findings by file, each file once.
func byFile(result *lint.Result) []fileFindings {
	var files []fileFindings
	at := map[string]int{}
	for _, finding := range unsuppressed(result) {
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
