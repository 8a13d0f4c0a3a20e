package scaffold

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// page collects the lines of a manifest.
type page struct{ text strings.Builder }

func (p *page) line(format string, args ...any) {
	fmt.Fprintf(&p.text, format+"\n", args...)
}

// header writes the common beginning of all three resources, up to the
// annotations.
func (p *page) header(o Options, apiVersion, kind string) {
	p.line("apiVersion: %s", apiVersion)
	p.line("kind: %s", kind)
	p.line("metadata:")
	p.line("  name: %s", plain(o.Name))
	if o.Namespace != "" {
		p.line("  namespace: %s", plain(o.Namespace))
	}
}

// plain writes a name without quotes, unless some YAML reader would read it as
// a number, a date or a boolean.
func plain(name string) string {
	words := []string{"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
	if name == "" || isDigit(name[0]) || slices.Contains(words, name) {
		return quoted(name)
	}
	return name
}

// quoted writes a printable text as a double-quoted scalar.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// orPlaceholder writes a value, or the placeholder to be filled in.
func orPlaceholder(value, name string) string {
	return quoted(cmp.Or(value, "<{"+name+"}>"))
}
