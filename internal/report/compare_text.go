package report

import (
	"bufio"
	"cmp"
	"io"
)

// WriteComparison writes a comparison in one of the InspectFormats.
func WriteComparison(w io.Writer, format string, c Comparison, colored bool) error {
	write, err := textOrJSON(comparisonText, comparisonJSON).of(format)
	if err != nil {
		return err
	}
	return write(w, c, colored)
}

func comparisonJSON(w io.Writer, c Comparison, _ bool) error { return writeIndented(w, c) }

func comparisonText(w io.Writer, c Comparison, colored bool) error {
	buffered := bufio.NewWriter(w)
	t := &comparisonWriter{textWriter: textWriter{w: buffered, palette: newPalette(colored)}, c: &c}
	t.write()
	return buffered.Flush()
}

type comparisonWriter struct {
	textWriter
	c *Comparison
}

func (t *comparisonWriter) write() {
	for i := range t.c.Pairs {
		if i > 0 {
			t.printf("\n")
		}
		t.pair(&t.c.Pairs[i])
	}
	if len(t.c.Pairs) > 0 && len(t.c.OnlyLeft)+len(t.c.OnlyRight) > 0 {
		t.printf("\n")
	}
	t.list(t.c.OnlyLeft, "environment", t.c.Left, t.palette.error.Sprint("-"), "")
	t.list(t.c.OnlyRight, "environment", t.c.Right, t.palette.fix.Sprint("+"), "")
}

func (t *comparisonWriter) pair(p *Pair) {
	title := "environment " + printable(p.Left)
	if p.Left != p.Right {
		title += " and " + printable(p.Right)
	}
	t.printf("%s (%s, %s)\n", t.palette.place.Sprint(title), printable(t.c.Left), printable(t.c.Right))
	if p.Equal() {
		t.printf("  no difference\n")
		return
	}
	minus, plus := t.palette.error.Sprint("-"), t.palette.fix.Sprint("+")
	t.list(p.KeysOnlyLeft, "key", t.c.Left, minus, "  ")
	t.list(p.KeysOnlyRight, "key", t.c.Right, plus, "  ")
	t.list(p.FilesOnlyLeft, "file", t.c.Left, minus, "  ")
	t.list(p.FilesOnlyRight, "file", t.c.Right, plus, "  ")
	for _, d := range p.Differences {
		t.printf("  %s %s: %s, %s\n", t.palette.warning.Sprint("~"), d.What, printable(cmp.Or(d.Left, "none")), printable(cmp.Or(d.Right, "none")))
	}
	for _, d := range p.Unknown {
		t.printf("  %s %s could not be compared: %s, %s\n", t.palette.warning.Sprint("?"), d.What, printable(cmp.Or(d.Left, "known")), printable(cmp.Or(d.Right, "known")))
	}
}

func (t *comparisonWriter) list(names []string, noun, side, sign, indent string) {
	for _, name := range names {
		t.printf("%s%s %s %s only in %s\n", indent, sign, noun, printable(name), printable(side))
	}
}
