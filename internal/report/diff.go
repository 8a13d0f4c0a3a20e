package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"
)

// Diff writes a unified diff, optionally in colour.
func Diff(w io.Writer, diff string, colored bool) error {
	if !colored {
		_, err := io.WriteString(w, diff)
		return err
	}
	paint := newDiffPalette()
	head := true // before the first hunk, where --- and +++ precede names
	for line := range strings.Lines(diff) {
		text := strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "@@") {
			head = false
		}
		// A terminal would interpret control characters; a tab is harmless.
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
