package report

import (
	"fmt"
	"io"
	"strings"

	"example.com/mxlint/internal/lint"
)

// writeGitHub writes a workflow command per finding, which GitHub Actions turns into an
// annotation of the changed files.
//
// The documentation of workflow commands does not say whether endColumn is inclusive;
// in practice it is exclusive (github/docs#40038), as in mxlint. Columns are only for
// spans on one line: the Checks API, which receives the annotations, rejects them if
// start and end line differ.
func writeGitHub(w io.Writer, result *lint.Result, c *Context) error {
	for _, f := range unsuppressed(result) {
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

// gitHubData escapes the text of a workflow command. The runner decodes the percent
// escapes; other control characters would reach the log unchanged.
func gitHubData(text string) string {
	text = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
	return printable(text)
}

// gitHubProperty escapes the value of a property, in which colons and commas also have
// a meaning.
func gitHubProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(gitHubData(text))
}
