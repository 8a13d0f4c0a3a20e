// Package report writes the results of a run: one file per output format. It decides
// nothing: the findings come sorted, with their severities, and are not changed. Only
// the text form may be truncated.
package report

import (
	"bufio"
	"fmt"
	"io"

	"example.com/mxlint/internal/lint"
)

// Context is what the formats need besides the findings. The zero value is usable: no
// colours, no excerpts, no rule descriptions.
type Context struct {
	// Version is the version of mxlint for reports.
	Version string
	// Catalog describes the rules of the run; without it, reports have no descriptions.
	Catalog *lint.Catalog

	// Color, ShowSource and MaxFindings apply only to the text form.
	Color      bool
	ShowSource bool
	// MaxFindings is how many findings are printed; 0 means all.
	MaxFindings int

	// Source returns the lines of a file as decoded, without a byte order mark, for
	// excerpts; false if there is no such file. If nil, there are no excerpts.
	Source func(path string) ([]string, bool)
	// Mask returns a source line with every secret value in it replaced. It is called
	// for each line before it is shown, with lines counted from 1. If nil, lines are
	// shown unchanged.
	Mask func(path string, line int, text string) string

	// WorkingDirectory is the absolute path to which paths are relative.
	WorkingDirectory string
	// Repository is the absolute path to which paths of the code hosts (github, gitlab,
	// sarif) are relative. If empty, paths are not changed.
	Repository string
}

// findingForms are the formats of Write.
func findingForms() forms[func(io.Writer, *lint.Result, *Context) error] {
	return forms[func(io.Writer, *lint.Result, *Context) error]{
		{"text", writeText},
		{"json", writeJSON},
		{"sarif", writeSARIF},
		{"github", writeGitHub},
		{"gitlab", writeGitLab},
		{"junit", writeJUnit},
		{"checkstyle", writeCheckstyle},
	}
}

// Formats returns the formats of Write, the default first.
func Formats() []string { return findingForms().names() }

// DescribesRules reports whether a format, or the job summary written with it, contains
// more about rules than their IDs: Context.Catalog then has to contain their metadata
// and pages.
func DescribesRules(format string) bool { return format == "sarif" || format == "github" }

// Write writes the result in the named format. The output depends only on the
// arguments. For an unknown format, the error lists the known ones.
func Write(w io.Writer, format string, result *lint.Result, c *Context) error {
	write, err := findingForms().of(format)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(w)
	if err := write(buffered, result, c); err != nil {
		return fmt.Errorf("writing the %s report: %w", format, err)
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("writing the %s report: %w", format, err)
	}
	return nil
}
