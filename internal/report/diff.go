package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"
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
	paint := painter(true)
	return &diffPalette{
		name: paint(color.Bold), place: paint(color.FgCyan), removed: paint(color.FgRed), added: paint(color.FgGreen), plain: painter(false)(),
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
