package report

import (
	"fmt"
	"io"
	"strings"

	"example.com/mxlint/internal/lint"
)

// writeGitHub writes a workflow command per finding, which GitHub Actions
// turns into an annotation of the changed files.
//
// Whether endColumn is inclusive the documentation of workflow commands does
// not say; those who tried found it exclusive (github/docs#40038), as ours is.
// Columns are for spans on one line only: the Checks API, where annotations
// end up, refuses them when start and end line differ.
func writeGitHub(w io.Writer, result *lint.Result, c *Context) error {
	for _, f := range live(result) {
		start, end := bounds(f.Span)
		last := lastLine(start, end)
		columns := ""
		if end.Line == start.Line {
			columns = fmt.Sprintf(",col=%d,endColumn=%d", start.Column, end.Column)
		}
		_, err := fmt.Fprintf(w, "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s\n",
			gitHubLevel(f.Severity), gitHubProperty(c.repositoryPath(f.Span.Path)), start.Line, last, columns,
			gitHubProperty(f.Rule), gitHubData(f.Message))
		if err != nil {
			return err
		}
	}
	return nil
}

func gitHubLevel(severity lint.Severity) string {
	switch severity {
	case lint.Error:
		return "error"
	case lint.Warning:
		return "warning"
	default:
		return "notice"
	}
}

// gitHubData escapes the text of a workflow command. The runner undoes the
// percent forms; the other control characters would reach the log as they are.
func gitHubData(text string) string {
	text = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
	return printable(text)
}

// gitHubProperty escapes a value among the properties, where colon and comma
// have a meaning too.
func gitHubProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(gitHubData(text))
}
