package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"example.com/mxlint/internal/lint"
)

// pageWidth is the width at which the text of a page is wrapped.
const pageWidth = 100

// Explain writes the explanation of a rule for a terminal: a head built from its
// metadata, and its page. The marks that make the page a test are left out.
func Explain(w io.Writer, rule *lint.Rule, colored bool) error {
	buffered := bufio.NewWriter(w)
	t := &textWriter{w: buffered, palette: newPalette(colored)}
	t.head(rule)
	if rule.Page == "" {
		t.withoutPage(rule)
	} else {
		m := &pageWriter{t: t}
		m.render(rule.Page)
	}
	if err := buffered.Flush(); err != nil {
		return fmt.Errorf("explaining %q: %w", rule.ID, err)
	}
	return nil
}

func (t *textWriter) head(rule *lint.Rule) {
	t.printf("%s: %s\n", t.palette.place.Sprint(printable(rule.ID)), printable(rule.Title))
	facts := []string{t.palette.severity(rule.Severity).Sprint(rule.Severity)}
	if rule.Since != "" {
		facts = append(facts, "since "+printable(rule.Since))
	}
	switch {
	case rule.Unsafe:
		facts = append(facts, "fixable with `mxlint fix --unsafe`")
	case rule.Fixable:
		facts = append(facts, "fixable with `mxlint fix`")
	}
	providers := "all providers"
	if len(rule.Providers) > 0 {
		providers = "provider " + printable(strings.Join(rule.Providers, ", "))
	}
	t.printf("%s\n", strings.Join(append(facts, providers), " · "))
}

// withoutPage replaces the page of a custom policy that has none.
func (t *textWriter) withoutPage(rule *lint.Rule) {
	if rule.Description != "" {
		t.printf("\n%s\n", strings.Join(wrap(printable(rule.Description), pageWidth), "\n"))
	}
	for i, source := range rule.Sources {
		if i == 0 {
			t.printf("\n%s\n", t.palette.place.Sprint("Sources"))
		}
		t.printf("- %s\n", printable(source))
	}
}
