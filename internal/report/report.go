// Package report tells what a run found: one file per output format. It
// settles nothing: the findings come sorted, with their severities, and leave
// as they are. Only the text form may be cut short.
package report

import (
	"bufio"
	"fmt"
	"io"

	"example.com/mxlint/internal/lint"
)

// Context is what the formats need beside the findings. The zero value is
// usable: no colours, no excerpts, no rule descriptions.
type Context struct {
	// Version of mxlint, as reports name it.
	Version string
	// Catalog describes the rules of the run; nil leaves the descriptions out.
	Catalog *lint.Catalog

	// Color, ShowSource and MaxFindings concern the text form only.
	Color      bool
	ShowSource bool
	// MaxFindings is how many findings are printed; 0 means all.
	MaxFindings int

	// Source returns the lines of a file as decoded, without a byte order
	// mark, for excerpts; false where there is none. Nil: no excerpts.
	Source func(path string) ([]string, bool)
	// Mask returns a source line with every secret value in it replaced. It
	// sees each line before it is shown, lines counting from 1. Nil: as is.
	Mask func(path string, line int, text string) string

	// WorkingDirectory is the absolute folder that relative paths count from.
	WorkingDirectory string
	// Repository is the absolute folder that the code hosts count paths from
	// (github, gitlab, sarif). Empty: paths stay as they are.
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

// Formats lists the names that Write knows, the default first.
func Formats() []string { return findingForms().names() }

// DescribesRules tells whether a format, or the job summary beside it, says more of
// rules than their IDs: Context.Catalog has to hold their metadata and pages then.
func DescribesRules(format string) bool { return format == "sarif" || format == "github" }

// Write writes the result in the named format. The output depends on nothing
// but the arguments. An unknown format is an error that names the known ones.
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
