package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"

	"example.com/mxlint/internal/lint"
)

// Suppression is one reason for which findings do not count.
type Suppression struct {
	Rule string               `json:"rule"` // as written; empty where none is named
	Kind lint.SuppressionKind `json:"kind"`
	Path string               `json:"path"`
	// Line and Column are left out for an entry of a baseline.
	Line   int              `json:"line,omitempty"`
	Column int              `json:"column,omitempty"`
	Reason string           `json:"reason"` // empty where none is given
	Used   bool             `json:"used"`
	State  SuppressionState `json:"state"`
}

// SuppressionState says what became of a suppression.
type SuppressionState string

// The states of suppressions.
const (
	SuppressionUsed        SuppressionState = "used"
	SuppressionUnused      SuppressionState = "unused"
	SuppressionNotChecked  SuppressionState = "not checked" // the rule did not run there
	SuppressionUnknownRule SuppressionState = "unknown rule"
)

// Suppressions writes a list of suppressions in a format of InspectFormats.
func Suppressions(w io.Writer, format string, list []Suppression, colored bool) error {
	switch format {
	case "text":
		return suppressionsText(w, list, newPalette(colored))
	case "json":
		return writeIndented(w, struct {
			SchemaVersion int           `json:"schemaVersion"`
			Suppressions  []Suppression `json:"suppressions"`
		}{1, list})
	}
	return unknownFormat(format, InspectFormats())
}

func suppressionsText(w io.Writer, list []Suppression, palette *palette) error {
	buffered := bufio.NewWriter(w)
	t := &textWriter{w: buffered, palette: palette}
	for i := range list {
		s := &list[i]
		paint := palette.fix
		if !s.Used {
			paint = palette.warning
		}
		at := shownPath(s.Path)
		if s.Line > 0 {
			at = spot(s.Path, s.Line, s.Column)
		}
		t.printf("%s: %s %s %s: %s\n", palette.place.Sprint(at), paint.Sprint(s.State), printable(cmp.Or(s.Rule, "(no rule)")),
			palette.rule.Sprint("["+s.Kind+"]"), printable(cmp.Or(s.Reason, "no reason given")))
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("writing the suppressions: %w", err)
	}
	return nil
}
