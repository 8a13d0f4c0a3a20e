package manifest

import (
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// spell formats a string as one scalar on one line: in the style, if that can
// represent it, else in quotes, single ones if double ones would need escapes.
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

// quoted puts a string in double quotes, or in single quotes if double ones
// would need escapes.
func quoted(value string) string {
	if strings.ContainsAny(value, `"\\`) && !strings.Contains(value, "'") && oneLine(value) {
		return "'" + value + "'"
	}
	return `"` + escaped(value) + `"`
}

// oneLine reports whether a text has no character that needs an escape or
// breaks a line.
func oneLine(text string) bool {
	return !strings.ContainsFunc(text, needsEscape)
}

// escaped escapes a text for use within double quotes, using only the escapes
// that JSON and YAML share.
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

// needsEscape reports whether a character can be in a text on one line only as
// an escape: a control character, a line break of any YAML, the byte order
// mark.
func needsEscape(c rune) bool {
	switch {
	case c < ' ' || c >= 0x7F && c < 0xA0:
		return true
	case c == '\u2028' || c == '\u2029' || c == '\uFEFF' || c == '\uFFFE' || c == '\uFFFF':
		return true
	}
	return false
}
