package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.com/mxlint/internal/lint"
)

// GitHub accepts a mebibyte from a step: the table leaves room for the rules below it.
const (
	jobSummaryRows  = 500
	jobSummaryBytes = 700 << 10
)

// JobSummary writes the Markdown page for the file that GITHUB_STEP_SUMMARY names: the
// counts, a table of the unsuppressed findings, and the descriptions of their rules.
func JobSummary(w io.Writer, result *lint.Result, c *Context) error {
	buffered := bufio.NewWriter(w)
	page := &textWriter{w: buffered, c: c}
	page.printf("## mxlint\n\n%s.\n", markdown(Summary(result)))
	findings := unsuppressed(result)
	if len(findings) > 0 {
		page.table(findings)
		page.rules(findings)
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("writing the job summary: %w", err)
	}
	return nil
}

func (t *textWriter) table(findings []*lint.Finding) {
	t.printf("\n| severity | place | finding | rule |\n| --- | --- | --- | --- |\n")
	rows, left := 0, jobSummaryBytes
	for _, f := range findings[:min(len(findings), jobSummaryRows)] {
		start, _ := bounds(f.Span)
		row := fmt.Sprintf("| %s | %s:%d:%d | %s | %s |\n", f.Severity,
			markdown(t.c.repositoryPath(f.Span.Path)), start.Line, start.Column, markdown(f.Message), markdown(f.Rule))
		if left -= len(row); left < 0 {
			break
		}
		t.printf("%s", row)
		rows++
	}
	if more := len(findings) - rows; more > 0 {
		t.printf("\n... and %s.\n", Count(more, "more finding"))
	}
}

// rules explains each rule that fired, once, by its ID.
func (t *textWriter) rules(findings []*lint.Finding) {
	if t.c.Catalog == nil {
		return
	}
	fired := map[string]bool{}
	for _, f := range findings {
		fired[f.Rule] = true
	}
	t.printf("\n<details><summary>What the rules say</summary>\n\n")
	for _, rule := range t.c.Catalog.Rules() {
		if fired[rule.ID] {
			t.printf("- **%s**: %s\n", markdown(rule.ID), markdown(oneLine(rule.Description)))
		}
	}
	t.printf("\n</details>\n")
}

// markdown escapes a text so that GitHub shows it unchanged, in a table cell too: as
// neither markup, nor HTML, nor a formula, which GitHub recognises by dollar signs.
func markdown(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "$", "<span>$</span>",
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "#", `\#`, "|", `\|`, "~", `\~`,
	).Replace(printable(text))
}

// oneLine joins the lines of a text.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
