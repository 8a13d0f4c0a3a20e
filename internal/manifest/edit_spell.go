package manifest

import (
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// spell writes a string as one scalar on one line: in the style, if that can
// hold it, else in quotes, single ones where double ones would need escapes.
func (l *level) spell(value string, style yaml.Style, flow bool) string {
	switch {
	case l.json || style&yaml.DoubleQuotedStyle != 0:
	case style&yaml.SingleQuotedStyle != 0:
		if oneLine(value) {
			return "'" + strings.ReplaceAll(value, "'", "''") + "'"
		}
	case plainReads(value, flow):
		return value
	default:
		return quoted(value)
	}
	return `"` + escaped(value) + `"`
}

// quoted writes a string in double quotes, or in single ones where those would
// need escapes.
func quoted(value string) string {
	if strings.ContainsAny(value, `"\\`) && !strings.Contains(value, "'") && oneLine(value) {
		return "'" + value + "'"
	}
	return `"` + escaped(value) + `"`
}

// oneLine tells whether a text has no character that needs an escape or breaks
// a line.
func oneLine(text string) bool {
	return !strings.ContainsFunc(text, needsEscape)
}

// escaped writes a text for the inside of double quotes, with those escapes
// only that JSON and YAML share.
func escaped(text string) string {
	var raw strings.Builder
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			raw.WriteByte('\\')
			raw.WriteRune(c)
		case c == '\n':
			raw.WriteString(`\n`)
		case c == '\r':
			raw.WriteString(`\r`)
		case c == '\t':
			raw.WriteString(`\t`)
		case needsEscape(c):
			fmt.Fprintf(&raw, `\u%04x`, c)
		default:
			raw.WriteRune(c)
		}
	}
	return raw.String()
}

// needsEscape tells which characters stand in a text on one line as an escape
// only: control characters, line breaks of any YAML, the byte order mark.
func needsEscape(c rune) bool {
	switch {
	case c < ' ' || c >= 0x7F && c < 0xA0:
		return true
	case c == '\u2028' || c == '\u2029' || c == '\uFEFF' || c == '\uFFFE' || c == '\uFFFF':
		return true
	}
	return false
}
