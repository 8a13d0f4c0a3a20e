package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestExcerpt(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a", 200) + "HERE" + strings.Repeat("b", 200)
	for name, c := range map[string]struct {
		line              string
		start, end        int // columns, the end exclusive
		source, underline string
	}{
		"word":               {"  name: orders", 9, 15, "  name: orders", "        ^~~~~~"},
		"one character":      {"abc", 2, 3, "abc", " ^"},
		"insertion":          {"abc", 3, 3, "abc", "  ^"},
		"behind the end":     {"abc", 4, 4, "abc", "   ^"},
		"far behind the end": {"abc", 9, 12, "abc", "   ^"},
		"empty line":         {"", 1, 1, "", "^"},
		"tab before":         {"\ta: b", 5, 6, "\ta: b", "\t   ^"},
		"tab within":         {"a\tb c", 1, 4, "a\tb c", "^\t~"},
		"tab at the start":   {"a \tb", 3, 5, "a \tb", "  ^"},
		"wide":               {"注文: 名前x", 5, 7, "注文: 名前x", "      ^~~~"},
		"combining":          {"e\u0301a: b", 6, 7, "e\u0301a: b", "    ^"},
		"escape sequence":    {"\x1b[31m: b", 8, 9, `\x1b[31m: b`, "          ^"},
		"escaped and marked": {"a\x1bb", 1, 4, `a\x1bb`, "^~~~~~"},
		"carriage return":    {"abc\r", 1, 4, "abc", "^~~"},
		"long": {
			long, 201, 205,
			"…" + strings.Repeat("a", 40) + "HERE" + strings.Repeat("b", 76) + "…", strings.Repeat(" ", 41) + "^~~~",
		},
		"long, at its end": {
			long[:204], 201, 205,
			"…" + strings.Repeat("a", 116) + "HERE", strings.Repeat(" ", 117) + "^~~~",
		},
		"long, at its start": {"HERE" + long[204:], 1, 5, "HERE" + strings.Repeat("b", 116) + "…", "^~~~"},
		"span too long":      {long, 1, 405, strings.Repeat("a", 120) + "…", "^" + strings.Repeat("~", 119)},
		"exactly fitting":    {long[:120], 1, 2, long[:120], "^"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			context := &Context{Source: func(string) ([]string, bool) { return []string{c.line}, true }}
			source, underline, ok := context.excerpt(span("a", 1, c.start, 1, c.end))
			assert.True(t, ok)
			assert.Equal(t, c.source, source)
			assert.Equal(t, c.underline, underline)
		})
	}
}

func TestExcerptOfSeveralLines(t *testing.T) {
	t.Parallel()
	context := &Context{Source: func(string) ([]string, bool) { return []string{"a: 'b", "  c'"}, true }}
	_, underline, _ := context.excerpt(span("a", 1, 4, 2, 5))
	assert.Equal(t, "   ^~", underline)
}

func TestExcerptThatIsNotThere(t *testing.T) {
	t.Parallel()
	for name, context := range map[string]*Context{
		"no reader": {},
		"no file":   {Source: func(string) ([]string, bool) { return nil, false }},
		"no line":   {Source: func(string) ([]string, bool) { return []string{"one"}, true }},
	} {
		_, _, ok := context.excerpt(span("a", 2, 1, 2, 2))
		assert.False(t, ok, name)
	}
}

func TestMaskMovesTheUnderline(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		start, end        int
		source, underline string
	}{
		"the secret":   {8, 15, "a: {x: ***, y: 2}", "       ^~~"},
		"part of it":   {10, 12, "a: {x: ***, y: 2}", "       ^~~"},
		"before it":    {5, 6, "a: {x: ***, y: 2}", "    ^"},
		"after it":     {17, 18, "a: {x: ***, y: 2}", "            ^"},
		"all of it":    {4, 22, "a: {x: ***, y: 2}", "   ^" + strings.Repeat("~", 13)},
		"line to end ": {20, 21, "a: {x: ***, y: 2}", "               ^"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			context := &Context{
				Source: func(string) ([]string, bool) { return []string{"", "a: {x: hunter2, y: 2}"}, true },
				Mask: func(path string, line int, text string) string {
					assert.Equal(t, "app.yaml", path)
					assert.Equal(t, 2, line)
					return strings.Replace(text, "hunter2", "***", 1)
				},
			}
			source, underline, _ := context.excerpt(span("app.yaml", 2, c.start, 2, c.end))
			assert.Equal(t, c.source, source)
			assert.Equal(t, c.underline, underline)
		})
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("\tname: 注文\x1b", "name: ***", 3, 9)
	f.Add(strings.Repeat("x", 300), "", 250, 260)
	f.Add("", "long", -1, 1<<30)
	f.Fuzz(func(t *testing.T, line, masked string, start, end int) {
		context := &Context{
			Source: func(string) ([]string, bool) { return []string{line}, true },
			Mask:   func(string, int, string) string { return masked },
		}
		source, underline, ok := context.excerpt(span("a", 1, start, 1, end))
		if !ok || strings.Count(underline, "^") != 1 {
			t.Fatalf("no caret in %q", underline)
		}
		if !utf8.ValidString(source) || printable(strings.ReplaceAll(source, "\t", "")) != strings.ReplaceAll(source, "\t", "") {
			t.Fatalf("%q does not print as it is", source)
		}
	})
}
