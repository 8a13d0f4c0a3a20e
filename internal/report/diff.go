package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"example.com/mxlint/internal/lint"
)

// Diff writes a unified diff, in colours where a person looks.
func Diff(w io.Writer, diff string, colored bool) error {
	if !colored {
		_, err := io.WriteString(w, diff)
		return err
	}
	paint := newDiffPalette()
	head := true // before the first hunk: --- and +++ are names there
	for line := range strings.Lines(diff) {
		text := strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "@@") {
			head = false
		}
		// On a terminal control characters would be obeyed; a tab is harmless.
		shown := strings.ReplaceAll(printable(text), `\t`, "\t")
		if _, err := fmt.Fprintln(w, paint.of(head, text).Sprint(shown)); err != nil {
			return err
		}
	}
	return nil
}

type diffPalette struct{ name, place, removed, added, plain *color.Color }

func newDiffPalette() *diffPalette {
	paint := func(attributes ...color.Attribute) *color.Color {
		painted := color.New(attributes...)
		painted.EnableColor()
		return painted
	}
	plain := color.New()
	plain.DisableColor()
	return &diffPalette{
		name: paint(color.Bold), place: paint(color.FgCyan), removed: paint(color.FgRed), added: paint(color.FgGreen), plain: plain,
	}
}

func (p *diffPalette) of(head bool, line string) *color.Color {
	switch {
	case head:
		return p.name
	case strings.HasPrefix(line, "@@"):
		return p.place
	case strings.HasPrefix(line, "-"):
		return p.removed
	case strings.HasPrefix(line, "+"):
		return p.added
	}
	return p.plain
}

// DroppedFix is the line that tells of a fix that was not made, without line end.
func DroppedFix(f *lint.Finding, reason string) string {
	return fmt.Sprintf("%s: not fixed: %s [%s]", place(f.Span), printable(reason), printable(f.Rule))
}

// AppliedFix is the line that tells of a fix that was made, without line end.
func AppliedFix(f *lint.Finding) string {
	return fmt.Sprintf("%s: fixed: %s [%s]", place(f.Span), printable(f.Fix.Title), printable(f.Rule))
}

// FixCounts is what a run of fixes comes to.
type FixCounts struct {
	Fixes, Files int
	Written      bool // else the changes were shown
	Unsafe       int  // fixes left that --unsafe would make
	Left         lint.Summary
}

// FixSummary is the line that ends a run of fixes, without line end.
func FixSummary(c FixCounts) string {
	line := "nothing to fix"
	if c.Fixes > 0 {
		done := "to make"
		if c.Written {
			done = "made"
		}
		line = fmt.Sprintf("%s %s in %s", counted(c.Fixes, "fix", "fixes"), done, Count(c.Files, "file"))
	}
	if c.Unsafe > 0 {
		line += fmt.Sprintf("; %d more with --unsafe", c.Unsafe)
	}
	return line + "; left: " + findingCounts(c.Left)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
