package render

import (
	"strings"
	"unicode/utf8"

	"example.com/mxlint/internal/manifest"
)

// chartOrigin maps a document rendered by helm to its template. helm says which
// template that is, but not which line.
type chartOrigin struct {
	rendered *manifest.Doc // without an origin of its own
	chart    *chart
	template *manifest.File // nil if helm names none that exists
	sources  *sources
}

// Deployment returns the chart's folder.
func (o *chartOrigin) Deployment() string { return o.chart.folder }

// Rendered returns the span in helm's output.
func (o *chartOrigin) Rendered(path manifest.Path, part manifest.Part) manifest.Span {
	o.sources.Lock()
	defer o.sources.Unlock()
	span, _ := o.rendered.Locate(path, part)
	return span
}

// Locate returns the line of the template that equals the rendered one, or that
// has the same key, if there is exactly one; else the beginning of the
// template, or of Chart.yaml. It is never exact.
func (o *chartOrigin) Locate(path manifest.Path, part manifest.Part) (span manifest.Span, exact bool) {
	if o.template == nil {
		return o.chart.start(), false
	}
	rendered := o.Rendered(path, part)
	line := o.rendered.File.Line(rendered.Start.Line)
	at, indent := onlyLine(o.template.Text, func(text string) bool { return text == strings.TrimSpace(line) })
	if at > 0 {
		shift := indent - indentation(line)
		start := manifest.Pos{Line: at, Column: max(1, rendered.Start.Column+shift)}
		end := manifest.Pos{Line: at, Column: max(start.Column, rendered.End.Column+shift)}
		if rendered.End.Line != rendered.Start.Line {
			end = start
		}
		return manifest.Span{Path: o.template.Path, Start: start, End: end}, false
	}
	if key, _, found := strings.Cut(strings.TrimSpace(line), ":"); found {
		at, indent = onlyLine(o.template.Text, func(text string) bool { return strings.HasPrefix(text, key+":") })
	}
	start := manifest.Pos{Line: max(at, 1), Column: indent + 1}
	return manifest.Span{Path: o.template.Path, Start: start, End: start}, false
}

// onlyLine returns the number of the only line that is meant, from 1, and its
// indentation; 0 if none or several are.
func onlyLine(text string, meant func(text string) bool) (number, indent int) {
	n, hits := 0, 0
	for line := range strings.Lines(text) {
		n++
		if meant(strings.TrimSpace(line)) {
			hits++
			number, indent = n, indentation(line)
		}
	}
	if hits != 1 {
		return 0, 0
	}
	return number, indent
}

func indentation(line string) int {
	return utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(line, " \t"))
}

// LocateText locates the string that contains the text: a template's text is
// not the rendered one.
func (o *chartOrigin) LocateText(path manifest.Path, _, _ int) (manifest.Span, bool) {
	return o.Locate(path, manifest.Value)
}
