package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/fatih/color"

	"example.com/mxlint/internal/link"
)

// inspectText writes a tree for a reader: one environment after the other.
func inspectText(w io.Writer, in Inspection, colored bool) error {
	buffered := bufio.NewWriter(w)
	t := &inspectWriter{textWriter{w: buffered, palette: newPalette(colored)}}
	for i, subject := range in.Environments {
		if i > 0 {
			t.printf("\n")
		}
		t.environment(&subject.Environment)
	}
	t.others(in.Others, len(in.Environments) > 0)
	return buffered.Flush()
}

type inspectWriter struct{ textWriter }

func (t *inspectWriter) verdict(v verdict) *color.Color {
	return [...]*color.Color{holds: t.palette.fix, fails: t.palette.error, undetermined: t.palette.warning}[v]
}

// heading begins a part of an environment.
func (t *inspectWriter) heading(title string) { t.printf("  %s\n", t.palette.place.Sprint(title)) }

// row writes a coloured word followed by columns.
func (t *inspectWriter) row(v verdict, word string, columns ...string) {
	line := "    " + t.verdict(v).Sprint(fmt.Sprintf("%-8s", word))
	for _, column := range columns {
		line += "  " + printable(column)
	}
	t.printf("%s\n", strings.TrimRight(line, " "))
}

func (t *inspectWriter) environment(e *link.Environment) {
	t.printf("%s %s\n", t.palette.place.Sprint("environment "+printable(e.ID)), printable(describe(e)))
	t.resources(e)
	t.heading("links")
	for _, status := range memberStatuses(e) {
		t.row(status.verdict, status.verdict.String(), fmt.Sprintf("%-19s", status.kind), status.reason)
	}
	t.files(e)
	t.logins(e)
	t.needs(e)
	t.unknown(e.Unknown)
}

func describe(e *link.Environment) string {
	parts := []string{string(e.Mode)}
	if e.Provider != "" {
		parts = append(parts, "provider "+string(e.Provider))
	}
	return "(" + strings.Join(parts, ", ") + ")"
}

func (t *inspectWriter) resources(e *link.Environment) {
	t.heading("resources")
	resource := func(r *link.Resource) {
		t.printf("    %-19s  %s\n", printable(r.Kind), t.palette.rule.Sprint(formatPlace(r.Path, r.Line, r.Column)))
	}
	if app := e.Resources.App; app != nil {
		resource(&app.Resource)
	}
	if account := e.Resources.Account; account != nil {
		resource(&account.Resource)
	}
	if class := e.Resources.Class; class != nil {
		resource(&class.Resource)
	}
}

func (t *inspectWriter) files(e *link.Environment) {
	missing := missingKeys(e)
	if len(e.MountedFiles) == 0 && len(missing) == 0 {
		return
	}
	t.heading(fmt.Sprintf("mounted files (%d)", len(e.MountedFiles)))
	names, sources := 0, 0
	for i := range e.MountedFiles {
		names = max(names, min(utf8.RuneCountInString(printable(e.MountedFiles[i].Name)), widestName))
		sources = max(sources, min(utf8.RuneCountInString(printable(e.MountedFiles[i].Source)), widestName))
	}
	for i := range e.MountedFiles {
		f := &e.MountedFiles[i]
		verdict, word, why := fileState(f)
		if why != "" {
			why = "(" + why + ")"
		}
		t.row(verdict, word, fmt.Sprintf("%-*s", names, printable(f.Name)), fmt.Sprintf("%-*s", sources, printable(f.Source)), formatPlace(f.Path, f.Line, f.Column), why)
	}
	for _, key := range missing {
		t.row(fails, "missing", key)
	}
}

// widestName is the width up to which the column of names grows.
const widestName = 48

// others lists what belongs to no environment.
func (t *inspectWriter) others(subjects []*link.Subject, behind bool) {
	for _, subject := range subjects {
		for i := range subject.Broken {
			broken := &subject.Broken[i]
			word, v := "broken", fails
			if broken.Unrendered {
				word, v = "template", undetermined
			}
			t.other(&behind, v, word, formatPlace(broken.Path, broken.Line, broken.Column), broken.Message)
		}
		for i := range subject.Documents {
			document := &subject.Documents[i]
			why := "belongs to no environment"
			if document.Twin != nil {
				why = fmt.Sprintf("another %s %q comes before it", document.Kind, document.Name)
			}
			t.other(&behind, fails, "loose", fmt.Sprintf("%s:%d", printable(document.Path), document.Line), document.Kind, why)
		}
	}
}

func (t *inspectWriter) other(behind *bool, v verdict, word string, columns ...string) {
	if *behind {
		t.printf("\n")
		*behind = false
	}
	line := t.verdict(v).Sprint(fmt.Sprintf("%-8s", word))
	for _, column := range columns {
		if column != "" {
			line += "  " + printable(column)
		}
	}
	t.printf("%s\n", line)
}
