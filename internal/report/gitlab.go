package report

import (
	"io"

	"example.com/mxlint/internal/lint"
)

// gitLabIssue is an entry of a GitLab Code Quality report, the subset of the Code
// Climate format that GitLab reads. GitLab tells new findings from known ones only by
// the fingerprint, and shows one of several equal ones.
type gitLabIssue struct {
	Type        string         `json:"type"`
	CheckName   string         `json:"check_name"`
	Description string         `json:"description"`
	Categories  []string       `json:"categories"`
	Severity    string         `json:"severity"`
	Fingerprint string         `json:"fingerprint"`
	Location    gitLabLocation `json:"location"`
}

type gitLabLocation struct {
	Path  string      `json:"path"`
	Lines gitLabLines `json:"lines"`
}

// gitLabLines are inclusive; GitLab does not show columns.
type gitLabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

func writeGitLab(w io.Writer, result *lint.Result, c *Context) error {
	issues := []gitLabIssue{}
	for _, f := range unsuppressed(result) {
		start, end := bounds(f.Span)
		issues = append(issues, gitLabIssue{
			Type:        "issue",
			CheckName:   f.Rule,
			Description: printable(f.Message),
			Categories:  []string{"Bug Risk"},
			Severity:    gitLabSeverity(f.Severity),
			Fingerprint: f.Fingerprint,
			Location: gitLabLocation{
				Path:  c.repositoryPath(f.Span.Path),
				Lines: gitLabLines{Begin: start.Line, End: lastLine(start, end)},
			},
		})
	}
	return encodeJSON(w, issues)
}

func gitLabSeverity(severity lint.Severity) string {
	switch severity {
	case lint.Error:
		return "major"
	case lint.Warning:
		return "minor"
	default:
		return "info"
	}
}
