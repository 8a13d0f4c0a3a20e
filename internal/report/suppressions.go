package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"

	"example.com/mxlint/internal/lint"
)

// jsonSuppressor is a suppressor in the JSON contract; the place within the file is
// left out for an entry of a baseline.
type jsonSuppressor struct {
	Rule   string               `json:"rule"`
	Kind   lint.SuppressionKind `json:"kind"`
	Path   string               `json:"path"`
	Line   int                  `json:"line,omitempty"`
	Column int                  `json:"column,omitempty"`
	Reason string               `json:"reason"`
	Used   bool                 `json:"used"`
	State  lint.SuppressorState `json:"state"`
}

// Suppressions writes a list of suppressions in one of the InspectFormats.
func Suppressions(w io.Writer, format string, list []lint.Suppressor, colored bool) error {
	write, err := textOrJSON(suppressionsText, suppressionsJSON).of(format)
	if err != nil {
		return err
	}
	return write(w, list, colored)
}

func suppressionsJSON(w io.Writer, list []lint.Suppressor, _ bool) error {
	suppressions := make([]jsonSuppressor, len(list))
	for i, s := range list {
		suppressions[i] = jsonSuppressor(s)
	}
	return writeIndented(w, struct {
		SchemaVersion int              `json:"schemaVersion"`
		Suppressions  []jsonSuppressor `json:"suppressions"`
	}{1, suppressions})
}

func suppressionsText(w io.Writer, list []lint.Suppressor, colored bool) error {
	buffered := bufio.NewWriter(w)
	t := &textWriter{w: buffered, palette: newPalette(colored)}
	for i := range list {
		s := &list[i]
		paint := t.palette.fix
		if !s.Used {
			paint = t.palette.warning
		}
		at := shownPath(s.Path)
		if s.Line > 0 {
			at = formatPlace(s.Path, s.Line, s.Column)
		}
		t.printf("%s: %s %s %s: %s\n", t.palette.place.Sprint(at), paint.Sprint(s.State), printable(cmp.Or(s.Rule, "(no rule)")),
			t.palette.rule.Sprint("["+s.Kind+"]"), printable(cmp.Or(s.Reason, "no reason given")))
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("writing the suppressions: %w", err)
	}
	return nil
}
