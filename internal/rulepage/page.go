package rulepage

import (
	"slices"
	"strings"
)

// Page is a rule's page, split into its sections.
type Page struct {
	Text     string
	Headings []string          // of the second level, in order
	Sections map[string]string // by heading; the text before the first one is under ""
}

// Read splits a page into its sections. It never fails: a text without headings
// is one section.
func Read(text string) *Page {
	p := &Page{Text: text, Sections: make(map[string]string)}
	heading := ""
	fenced := false
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		}
		if title, ok := strings.CutPrefix(line, "## "); ok && !fenced {
			heading = strings.TrimSpace(title)
			p.Headings = append(p.Headings, heading)
			continue
		}
		p.Sections[heading] += line
	}
	return p
}

// WrongHeadings returns the headings that a page must have, and reports whether
// this one has others.
func (p *Page) WrongHeadings() (want []string, wrong bool) {
	want = []string{"What happens", "Bad", "Good", "Fix", "Exceptions", "Sources"}
	if !slices.Contains(p.Headings, "Exceptions") {
		want = slices.DeleteFunc(want, func(heading string) bool { return heading == "Exceptions" })
	}
	return want, !slices.Equal(want, p.Headings)
}
