package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// writeText writes one line per finding, in the form that editors and terminals turn
// into a link, and below it what belongs to the finding.
func writeText(w io.Writer, result *lint.Result, c *Context) error {
	findings := unsuppressed(result)
	shown := findings
	if c.MaxFindings > 0 && len(findings) > c.MaxFindings {
		shown = findings[:c.MaxFindings]
	}
	text := &textWriter{w: w, c: c, palette: newPalette(c.Color)}
	for i, finding := range shown {
		if i > 0 && c.ShowSource {
			text.printf("\n")
		}
		text.finding(finding)
	}
	if more := len(findings) - len(shown); more > 0 {
		text.printf("... and %s (--max-findings %d)\n", Count(more, "more finding"), c.MaxFindings)
	}
	return nil
}

// textWriter writes lines.
type textWriter struct {
	w       io.Writer // a bufio.Writer, which keeps its first error until it is flushed
	c       *Context
	palette *palette
}

func (t *textWriter) printf(format string, arguments ...any) {
	fmt.Fprintf(t.w, format, arguments...)
}

func (t *textWriter) finding(f *lint.Finding) {
	paint := t.palette.severity(f.Severity)
	t.printf("%s: %s: %s %s\n", t.palette.place.Sprint(place(f.Span)), paint.Sprint(f.Severity),
		printable(f.Message), t.palette.rule.Sprint("["+printable(f.Rule)+"]"))
	if t.c.ShowSource {
		t.excerpt(f.Span, paint)
	}
	for _, note := range f.Related {
		t.printf("  %s\n", relatedLine(note))
	}
	if f.Fix != nil {
		t.printf("  %s\n", t.palette.fix.Sprint(fixLine(f)))
	}
}

// excerpt shows the source next to its line number. The margin is not just for looks:
// GitHub Actions executes any line of a log that begins with "::", even after spaces,
// and the source is whatever somebody proposes.
func (t *textWriter) excerpt(span manifest.Span, paint *color.Color) {
	source, underline, ok := t.c.excerpt(span)
	if !ok {
		return
	}
	start, _ := bounds(span)
	number := strconv.Itoa(start.Line)
	t.printf("  %s | %s\n  %*s | %s\n", number, source, len(number), "", paint.Sprint(underline))
}

// place returns "path:line:column" for the start of a span.
func place(span manifest.Span) string {
	start, _ := bounds(span)
	return formatPlace(span.Path, start.Line, start.Column)
}

// formatPlace returns a place in the form that editors can open.
func formatPlace(path string, line, column int) string {
	return fmt.Sprintf("%s:%d:%d", shownPath(path), line, column)
}

// shownPath returns a path that may begin a line: a file whose name would make the line
// a workflow command of GitHub is shown relative to its folder.
func shownPath(path string) string {
	path = printable(path)
	if strings.HasPrefix(strings.TrimSpace(path), "::") {
		return "./" + path
	}
	return path
}

// headline returns the first line of a finding in the text form.
func headline(f *lint.Finding) string {
	return fmt.Sprintf("%s: %s: %s [%s]", place(f.Span), f.Severity, printable(f.Message), printable(f.Rule))
}

func relatedLine(note lint.Note) string {
	return fmt.Sprintf("related: %s: %s", place(note.Span), printable(note.Message))
}

// fixLine says what the fix of a finding would do, in which file if it is another one,
// and whether it needs a review first.
func fixLine(f *lint.Finding) string {
	title := printable(f.Fix.Title)
	if other := f.Fix.Elsewhere(f.Span.Path); other != "" {
		title += " in " + shownPath(other)
	}
	if f.Fix.Unsafe {
		return fmt.Sprintf("fix: %s (mxlint fix --unsafe: a guess, review it first)", title)
	}
	return fmt.Sprintf("fix: %s (mxlint fix)", title)
}
