package manifest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"nothing":                      {"", nil},
		"nothing but comments":         {"# a\n\n---\n# b\n", nil},
		"one document":                 {"a: 1\n", []string{"a: 1\n"}},
		"a marker in front":            {"---\na: 1\n", []string{"---\na: 1\n"}},
		"two documents":                {"a: 1\n---\nb: 2\n", []string{"a: 1\n", "---\nb: 2\n"}},
		"empty ones between":           {"a: 1\n---\n---\n# c\n---\nb: 2\n", []string{"a: 1\n", "---\nb: 2\n"}},
		"a comment behind the marker":  {"a: 1\n--- # b\nb: 2\n", []string{"a: 1\n", "--- # b\nb: 2\n"}},
		"content behind the marker":    {"--- {a: 1}\n--- b\n", []string{"--- {a: 1}\n", "--- b\n"}},
		"four dashes are no marker":    {"a: |\n  x\n----\nb: 2\n", []string{"a: |\n  x\n----\nb: 2\n"}},
		"a marker in a block scalar":   {"a: |\n  ---\n  b\n---\nc: 3\n", []string{"a: |\n  ---\n  b\n", "---\nc: 3\n"}},
		"an end marker":                {"a: 1\n...\nb: 2\n", []string{"a: 1\n", "b: 2\n"}},
		"an end marker, then dashes":   {"a: 1\n...\n---\nb: 2\n", []string{"a: 1\n", "---\nb: 2\n"}},
		"an end marker and a comment":  {"a: 1\n... # x\nb: 2\n", []string{"a: 1\n", "b: 2\n"}},
		"directives":                   {"%YAML 1.2\n---\na: 1\n...\n%TAG ! !a\n---\nb: 2\n", []string{"%YAML 1.2\n---\na: 1\n", "%TAG ! !a\n---\nb: 2\n"}},
		"a percent sign in a document": {"a:\n%b\n---\nc: 1\n", []string{"a:\n%b\n", "---\nc: 1\n"}},
		"CRLF":                         {"a: 1\r\n---\r\nb: 2\r\n", []string{"a: 1\r\n", "---\r\nb: 2\r\n"}},
		"CR alone":                     {"a: 1\r---\rb: 2\r", []string{"a: 1\r", "---\rb: 2\r"}},
		"a mark in the middle":         {"a: 1\n\ufeff---\nb: 2\n", []string{"a: 1\n", "\ufeff---\nb: 2\n"}},
		"no end of line":               {"a: 1\n---", []string{"a: 1\n"}},
		"a tab behind the marker":      {"a: 1\n---\t\nb: 2", []string{"a: 1\n", "---\t\nb: 2"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, c2 := range split(c.text) {
				got = append(got, c.text[c2.start:c2.end])
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// FuzzSplit checks that documents are in order, do not overlap, and have
// nothing but white space, comments, markers and directives between them.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"a: 1\n---\nb: 2\n...\n%YAML 1.2\n---\nc\n", "\ufeff--- a\r--- b\r\n", "...\n...\n---", "a: 1\u0085---\u2028b: 2\u2029"} {
		f.Add(seed)
	}
	breaks := strings.NewReplacer("\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, c := range append(split(text), chunk{len(text), len(text)}) {
			if c.start < at || c.end < c.start || c.end > len(text) {
				t.Fatalf("%v behind %d in %q", c, at, text)
			}
			for line := range strings.SplitSeq(breaks.Replace(text[at:c.start]), "\n") {
				line = strings.TrimPrefix(line, byteOrderMark)
				if hasContent(line) && !marks(line, "---") && !marks(line, "...") && !strings.HasPrefix(line, "%") {
					t.Fatalf("%q is lost from %q", line, text)
				}
			}
			at = c.end
		}
	})
}
