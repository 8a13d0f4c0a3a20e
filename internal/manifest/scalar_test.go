package manifest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

func TestReadScalar(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		text string // YAML; the scalar is the first whose value contains word
		word string // in the decoded value
		raw  string // what represents word in the text, the word itself if empty
		want string // the whole scalar in the text
	}{
		{"literal", "a: |\n  one\n  two\nb: c\n", "two", "", "|\n  one\n  two"},
		{"literal, stripped", "a: |-\n  one\n  two\n", "two", "", "|-\n  one\n  two"},
		{"literal, kept", "a: |+\n  one\n  two\n\n\nb: c\n", "two", "", "|+\n  one\n  two"},
		{"literal, kept breaks", "a: |+\n  one\n\n\nb: c\n", "one\n\n\n", "one\n\n\n", "|+\n  one"},
		{"literal, break with indentation", "a: |\n  one\n  two\n", "one\ntwo", "one\n  two", "|\n  one\n  two"},
		{"literal, end before the indentation", "a: |\n  one\n  two\n", "one\n", "one\n", "|\n  one\n  two"},
		{"literal, more indented", "a: |\n  one\n    two\n", "  two", "", "|\n  one\n    two"},
		{"literal, leading blank lines", "a: |\n\n  \n  one\n", "one", "", "|\n\n  \n  one"},
		{"literal, blank line of spaces", "a: |\n  one\n     \n  two\n", "two", "", "|\n  one\n     \n  two"},
		{"literal, tab at the start of the content", "a: |2\n  \tone\n  two\n", "\tone\ntwo", "\tone\n  two", "|2\n  \tone\n  two"},
		{"literal, tab at the start of a line", "a: |\n  one\n  \ttwo\n", "\ttwo", "", "|\n  one\n  \ttwo"},
		{"literal, hash in the content", "a: |\n  # no comment\n  two # neither\n", "two # neither", "", "|\n  # no comment\n  two # neither"},
		{"literal, header comment", "a: |  # objects\n  one\n", "one", "", "|  # objects\n  one"},
		{"literal, indicator", "a: |2\n    one\n  two\n", "  one\ntwo", "  one\n  two", "|2\n    one\n  two"},
		{"literal, indicator and chomping", "a: |2-\n    one\n  two\n", "two", "", "|2-\n    one\n  two"},
		{"literal, chomping and indicator", "a: |-2  # why\n    one\n  two\n", "two", "", "|-2  # why\n    one\n  two"},
		{"literal, indicator of a nested parent", "a:\n    - b:\n        c: |1\n           one\n         two\n", "  one\ntwo", "  one\n         two", "|1\n           one\n         two"},
		{"literal, indicator and leading blank lines", "a: |2\n\n    \n    one\n  two\n", "one\ntwo", "one\n  two", "|2\n\n    \n    one\n  two"},
		{"literal, indicator and spaces only", "a:\n  b: |2\n       \n  c: d\n", "   \n", "", "|2\n       "},
		{"literal, indicator in a list", "- |2\n  one\n- two\n", "one", "", "|2\n  one"},
		{"literal, list entry", "- - |\n    one\n    two\n  - three\n", "two", "", "|\n    one\n    two"},
		{"literal at the end of the file", "a: |\n  one\n  two", "two", "", "|\n  one\n  two"},
		{"literal, spaces at the end of the file", "a: |\n  one\n   ", "one", "", "|\n  one\n   "},
		{"literal, CR LF", "a: |\r\n  one\r\n\r\n  two\r\nb: c\r\n", "one\n\ntwo\n", "one\r\n\r\n  two\r\n", "|\r\n  one\r\n\r\n  two"},
		{"literal, CR", "a: |\r  one\r  two\rb: c\r", "one\ntwo\n", "one\r  two\r", "|\r  one\r  two"},
		{"literal, line separator", "a: |\n  one\u2028  two\n", "one\u2028two", "one\u2028  two", "|\n  one\u2028  two"},
		{"literal, next line", "a: |\n  one\u0085  two\n", "one\ntwo", "one\u0085  two", "|\n  one\u0085  two"},
		{"literal before a comment", "a: |\n  one\n# two\nb: c\n", "one", "", "|\n  one"},
		{"literal before a comment that is less indented", "a:\n  b: |\n    one\n  # two\n  c: d\n", "one", "", "|\n    one"},
		{"literal before a document end", "a: |\n  one\n...\n", "one", "", "|\n  one"},
		{"literal before another document", "a: |\n  one\n---\nb: c\n", "one", "", "|\n  one"},
		{"literal as a document", "--- |\n one\n two\n", "two", "", "|\n one\n two"},
		{"literal, not ASCII", "ü: |\n  größe\n  日本 x\n", "日本", "", "|\n  größe\n  日本 x"},
		{"literal, anchor and tag", "a: &x !!str |\n  one\nb: *x\n", "one", "", "|\n  one"},

		{"folded", "a: >\n  one\n  two\n  three\n", "two three", "two\n  three", ">\n  one\n  two\n  three"},
		{"folded, stripped", "a: >-\n  one\n  two\n", "two", "", ">-\n  one\n  two"},
		{"folded, kept", "a: >+\n  one\n  two\n\nb: c\n", "two\n\n", "two\n\n", ">+\n  one\n  two"},
		{"folded, blank line", "a: >\n  one\n\n  two\n", "\ntwo", "\n  two", ">\n  one\n\n  two"},
		{"folded, blank lines", "a: >\n  one\n\n\n  two\n", "two", "", ">\n  one\n\n\n  two"},
		{"folded, more indented", "a: >\n  one\n    two\n  three\n", "one\n  two\nthree", "one\n    two\n  three", ">\n  one\n    two\n  three"},
		{"folded, more indented behind a blank line", "a: >\n  one\n\n    two\n\n  three\n", "  two\n\nthree", "  two\n\n  three", ">\n  one\n\n    two\n\n  three"},
		{"folded, first line more indented", "a: >2\n    one\n  two\n  three\n", "two three", "two\n  three", ">2\n    one\n  two\n  three"},
		{"folded, tab line", "a: >\n  one\n  \ttwo\n", "one\n\ttwo", "one\n  \ttwo", ">\n  one\n  \ttwo"},
		{"folded, CR LF", "a: >-\r\n  one\r\n  two\r\n\r\n  three\r\n", "one two\nthree", "one\r\n  two\r\n\r\n  three", ">-\r\n  one\r\n  two\r\n\r\n  three"},
		{"folded at the end of the file", "a: >\n  one\n  two", "two", "", ">\n  one\n  two"},

		{"plain", "a: one two\n", "two", "", "one two"},
		{"plain key", "one two: three\n", "two", "", "one two"},
		{"plain before a comment", "a: one two # three\n", "two", "", "one two"},
		{"plain with hash and colon", "a: one#two:three\n", "two:three", "", "one#two:three"},
		{"plain, lines", "a: one\n  two\n\n  three\n", "one two\nthree", "one\n  two\n\n  three", "one\n  two\n\n  three"},
		{"plain, lines with blanks round them", "a: one \t \n \t two\nb: c\n", "two", "", "one \t \n \t two"},
		{"plain, CR LF", "a: one\r\n  two\r\n", "one two", "one\r\n  two", "one\r\n  two"},
		{"plain, inner blanks", "a: one \t two\n", "one \t two", "", "one \t two"},
		{"plain in a flow mapping", "{a: one, b: two}\n", "two", "", "two"},
		{"plain in a flow list", "[one, two three]\n", "two three", "", "two three"},
		{"plain in flow, lines", "[one\n two, three]\n", "one two", "one\n two", "one\n two"},
		{"plain flow key", "{one: {two: three}}\n", "two", "", "two"},
		{"plain, anchor", "a: &x one\n", "one", "", "one"},
		{"plain, properties on lines of their own", "a: !!str # why\n  # and\n  &x\n  one two\n", "two", "", "one two"},
		{"plain, verbatim tag", "a: !<tag:yaml.org,2002:str> one\n", "one", "", "one"},
		{"plain, non-specific tag", "a: ! one\n", "one", "", "one"},
		{"plain, not ASCII", "a: größer als 日本\n", "als 日本", "", "größer als 日本"},
		{"plain with a line separator", "a: one\u2028 two\n", "one\u2028two", "one\u2028 two", "one\u2028 two"},
		{"plain as a document", "one\ntwo\n", "two", "", "one\ntwo"},

		{"single-quoted", "a: 'one two'\n", "two", "", "'one two'"},
		{"single-quoted, quote", "a: 'it''s one'\n", "t's o", "t''s o", "'it''s one'"},
		{"single-quoted, only a quote", "a: ''''\n", "'", "''", "''''"},
		{"single-quoted, lines", "a: 'one  \n  two\n\n  three'\n", "one two\nthree", "one  \n  two\n\n  three", "'one  \n  two\n\n  three'"},
		{"single-quoted, CR LF", "a: 'one\r\n  two'\r\n", "one two", "one\r\n  two", "'one\r\n  two'"},
		{"single-quoted key", "'one two': b\n", "two", "", "'one two'"},
		{"single-quoted, backslash", `a: 'C:\new'`, `\new`, "", `'C:\new'`},
		{"single-quoted in flow", "[a, 'one, ]two', b]", "]two", "", "'one, ]two'"},
		{"single-quoted, blank ends", "a: '  one  '\n", "  one  ", "", "'  one  '"},
		{"single-quoted, break at the ends", "a: '\n  one\n  '\n", " one ", "\n  one\n", "'\n  one\n  '"},

		{"double-quoted", `a: "one two"`, "two", "", `"one two"`},
		{"double-quoted, line feed", `a: "one\ntwo"`, "\ntwo", `\ntwo`, `"one\ntwo"`},
		{"double-quoted, quotes", `a: "say \"one\" two"`, `"one"`, `\"one\"`, `"say \"one\" two"`},
		{"double-quoted, backslash", `a: "C:\\new"`, `\new`, `\\new`, `"C:\\new"`},
		{"double-quoted, codes", `a: "\x41\u00e9\U0001F600b"`, "é😀", `\u00e9\U0001F600`, `"\x41\u00e9\U0001F600b"`},
		{"double-quoted, named", `a: "\0\a\b\t\v\f\r\e\ \N\_\L\Pend"`, "\u0085\u00a0\u2028\u2029e", `\N\_\L\Pe`, `"\0\a\b\t\v\f\r\e\ \N\_\L\Pend"`},
		{"double-quoted, escaped tab", "a: \"one\\\ttwo\"", "\ttwo", "\\\ttwo", "\"one\\\ttwo\""},
		{"double-quoted, lines", "a: \"one\n  two\n\n  three\"\n", "one two\nthree", "one\n  two\n\n  three", "\"one\n  two\n\n  three\""},
		{"double-quoted, escaped break", "a: \"one\\\n  two\"\n", "onetwo", "one\\\n  two", "\"one\\\n  two\""},
		{"double-quoted, end before an escaped break", "a: \"one\\\n  two\"\n", "one", "one", "\"one\\\n  two\""},
		{"double-quoted, kept blank before an escaped break", "a: \"one \\\r\n  \\ two\"\r\n", "one  two", "one \\\r\n  \\ two", "\"one \\\r\n  \\ two\""},
		{"double-quoted, escaped break and an empty line", "a: \"one\\\n\n  two\"\n", "one\ntwo", "one\\\n\n  two", "\"one\\\n\n  two\""},
		{"double-quoted in flow", `{a: "x, }y", b: "two"}`, "two", "", `"two"`},
		{"double-quoted, not ASCII", `ü: "größe \"日本\" x"`, `日本" x`, `日本\" x`, `"größe \"日本\" x"`},
		{"double-quoted, tag below", "a: !!str\n  \"one two\"\n", "two", "", `"one two"`},
		{"double-quoted, tabs", "a: \"one\ttwo\"", "\ttwo", "", "\"one\ttwo\""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			node := scalarWith(t, test.text, test.word)
			s, exact := readScalar(test.text, byteOffset(test.text, node.Line, node.Column), node)
			require.True(t, exact, "value %q", node.Value)
			assert.Equal(t, test.want, test.text[s.Start:s.End])
			raw := test.raw
			if raw == "" {
				raw = test.word
			}
			at := strings.Index(node.Value, test.word)
			assert.Equal(t, raw, test.text[s.offset(at):s.endOffset(at+len(test.word))])
			checkMap(t, test.text, s, node.Value)
		})
	}
}

// Even where nothing was decoded, there is a place for it.
func TestReadScalarEmpty(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		text  string
		key   string
		start string // the text before the scalar
		want  string // the scalar
		inner int    // where the empty value is, relative to the start
	}{
		{"nothing", "a:\nb: c\n", "a", "a:", "", 0},
		{"anchor", "a: &x\nb: c\n", "a", "a: &x", "", 0},
		{"tag, and an anchor below", "a: !!str\n&x b: c\n", "a", "a: !!str", "", 0},
		{"anchor and tag", "{a: &x !!str , b: c}", "a", "{a: &x !!str", "", 0},
		{"single-quoted", "a: ''\n", "a", "a: ", "''", 1},
		{"double-quoted", "a: \"\"\n", "a", "a: ", `""`, 1},
		{"double-quoted, escaped break only", "a: \"\\\n  \"\n", "a", "a: ", "\"\\\n  \"", 1},
		{"literal", "a: |-  # why\n\nb: c\n", "a", "a: ", "|-", 2},
		{"literal before a less indented sibling", "x:\n    y:\n      a: |\n    b: c\n", "a", "x:\n    y:\n      a: ", "|", 1},
		{"literal with an indicator", "x:\n  a: |4\n  b: c\n", "a", "x:\n  a: ", "|4", 2},
		{"folded at the end of the file", "a: >", "a", "a: ", ">", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			node := valueOf(t, test.text, test.key)
			require.Empty(t, node.Value)
			s, exact := readScalar(test.text, byteOffset(test.text, node.Line, node.Column), node)
			require.True(t, exact)
			assert.Equal(t, test.start, test.text[:s.Start])
			assert.Equal(t, test.want, test.text[s.Start:s.End])
			for _, i := range []int{-1, 0, 7} {
				assert.Equal(t, s.Start+test.inner, s.offset(i))
				assert.Equal(t, s.Start+test.inner, s.endOffset(i))
			}
		})
	}
}

// Kept line breaks are mapped even if no line contains text.
func TestReadScalarBreaksOnly(t *testing.T) {
	t.Parallel()
	const text = "a: |+\n\n  \nb: c\n"
	node := valueOf(t, text, "a")
	require.Equal(t, "\n\n", node.Value)
	s, exact := readScalar(text, 3, node)
	require.True(t, exact)
	assert.Equal(t, "|+", text[s.Start:s.End])
	assert.Equal(t, []int{6, 9, 10}, []int{s.offset(0), s.offset(1), s.offset(2)})
	assert.Equal(t, []int{6, 7, 10}, []int{s.endOffset(0), s.endOffset(1), s.endOffset(2)})
}

// Offsets within a character or outside the value stay at its edges.
func TestReadScalarOffsetsAtTheEdges(t *testing.T) {
	t.Parallel()
	const text = `"a\N\U0001F600"`
	node := &yaml.Node{Kind: yaml.ScalarNode, Style: yaml.DoubleQuotedStyle, Value: "a\u0085😀"}
	s, exact := readScalar(text, 0, node)
	require.True(t, exact)
	assert.Equal(t, []int{1, 1, 2, 2, 4, 4, 4, 4, 14, 14}, each(s.offset, -1, 8))
	assert.Equal(t, []int{1, 1, 2, 4, 4, 14, 14, 14, 14, 14}, each(s.endOffset, -1, 8))
}

func TestReadScalarJSONString(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, value, word, raw string }{
		{"slash", `"a\/b c"`, "a/b c", "/b", `\/b`},
		{"surrogate pair", `"a \ud83d\ude00 b"`, "a 😀 b", "😀 b", `\ud83d\ude00 b`},
		{"half a pair", `"\ud83d\u0041b"`, "\uFFFDAb", "Ab", `\u0041b`},
		{"line separator", "\"a \u2028 b\u0085c\"", "a \u2028 b\u0085c", " b\u0085c", " b\u0085c"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			node := &yaml.Node{Kind: yaml.ScalarNode, Style: yaml.DoubleQuotedStyle, Value: test.value}
			s, exact := readScalar(test.text, 0, node)
			require.True(t, exact)
			assert.Equal(t, len(test.text), s.End)
			at := strings.Index(test.value, test.word)
			assert.Equal(t, test.raw, test.text[s.offset(at):s.endOffset(at+len(test.word))])
		})
	}
}

// A scalar that does not decode to the value is not trusted, and never causes a
// panic.
func TestReadScalarUnproven(t *testing.T) {
	t.Parallel()
	scalar := func(style yaml.Style, value string) *yaml.Node {
		return &yaml.Node{Kind: yaml.ScalarNode, Style: style, Value: value}
	}
	tests := []struct {
		name       string
		text       string
		at         int
		node       *yaml.Node
		start, end int
	}{
		{"other text", `a: "one" # x`, 3, scalar(yaml.DoubleQuotedStyle, "two"), 3, 8},
		{"longer value", `a: 'one'`, 3, scalar(yaml.SingleQuotedStyle, "one two"), 3, 8},
		{"unknown escape", `a: "o\qne" # x`, 3, scalar(yaml.DoubleQuotedStyle, "one"), 3, 10},
		{"code beyond Unicode", `"\U00110000"`, 0, scalar(yaml.DoubleQuotedStyle, "x"), 0, 12},
		{"unclosed", `a: "one`, 3, scalar(yaml.DoubleQuotedStyle, "one"), 3, 7},
		{"unclosed, backslash last", `a: "one\`, 3, scalar(yaml.DoubleQuotedStyle, "one"), 3, 8},
		{"unclosed single quotes", `a: 'one`, 3, scalar(yaml.SingleQuotedStyle, "one"), 3, 7},
		{"no quote", `a: one`, 3, scalar(yaml.DoubleQuotedStyle, "one"), 3, 3},
		{"no block header", `a: one`, 3, scalar(yaml.LiteralStyle, "one"), 3, 3},
		{"text behind the block header", "a: | one\n  two\n", 3, scalar(yaml.LiteralStyle, "two\n"), 3, 3},
		{"other block", "a: |\n  one\nb: c", 3, scalar(yaml.LiteralStyle, "two\n"), 3, 10},
		{"part of a plain scalar", "a: one two # x", 3, scalar(0, "one"), 3, 10},
		{"other plain scalar", "a: one: two", 3, scalar(0, "two"), 3, 6},
		{"behind the text", "a", 9, scalar(0, "x"), 1, 1},
		{"before the text", "a", -9, scalar(yaml.SingleQuotedStyle, ""), 0, 0},
		{"a mapping", "a: &x {b: c}", 3, &yaml.Node{Kind: yaml.MappingNode}, 6, 6},
		{"no node", "a", 0, nil, 0, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s, exact := readScalar(test.text, test.at, test.node)
			require.False(t, exact)
			assert.Equal(t, []int{test.start, test.end}, []int{s.Start, s.End})
			assert.Equal(t, test.start, s.offset(2))
			assert.Equal(t, test.end, s.endOffset(2))
		})
	}
}

// A long text is one run per range, not one entry per byte.
func TestReadScalarRuns(t *testing.T) {
	t.Parallel()
	text := `"` + strings.Repeat("a b ", 1000) + `\n` + strings.Repeat("x", 1000) + `"`
	node := scalarWith(t, text, "x")
	s, exact := readScalar(text, 0, node)
	require.True(t, exact)
	assert.Len(t, s.runs, 3)
}

func each(offset func(int) int, from, to int) []int {
	var got []int
	for i := from; i <= to; i++ {
		got = append(got, offset(i))
	}
	return got
}

// checkMap requires of an exact map that it stays within the text and never
// goes back, and that every character that is not an escape or a break is where
// it says.
func checkMap(t testing.TB, text string, s scalarText, value string) {
	t.Helper()
	require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(text), "%d..%d", s.Start, s.End)
	last, lastEnd := s.Start, s.Start
	for i := 0; i <= len(value); i++ {
		at, end := s.offset(i), s.endOffset(i)
		require.True(t, last <= at && at <= len(text), "offset(%d) is %d after %d", i, at, last)
		require.True(t, lastEnd <= end && end <= len(text), "endOffset(%d) is %d after %d", i, end, lastEnd)
		require.True(t, i == 0 || last < end, "byte %d stands nowhere", i-1)
		between := i == len(value) || utf8.RuneStart(value[i]) // two characters, not within one
		require.True(t, end <= at || !between, "endOffset(%d) is %d, behind %d", i, end, at)
		if i < len(value) && between && text[at] != '\\' && value[i] > ' ' {
			require.Equal(t, value[i], text[at], "byte %d", i)
		}
		last, lastEnd = at, end
	}
}

func scalarWith(t *testing.T, text, word string) *yaml.Node {
	t.Helper()
	for _, node := range scalars(text) {
		if strings.Contains(node.Value, word) {
			return node
		}
	}
	require.Failf(t, "no such scalar", "%q in %q", word, text)
	return nil
}

func valueOf(t *testing.T, text, key string) *yaml.Node {
	t.Helper()
	all := scalars(text)
	for i, node := range all {
		if node.Value == key {
			return all[i+1]
		}
	}
	require.Failf(t, "no such key", "%q in %q", key, text)
	return nil
}

// scalars returns the scalar nodes of all documents up to the first error.
func scalars(text string) []*yaml.Node {
	var found []*yaml.Node
	var collect func(*yaml.Node)
	collect = func(node *yaml.Node) {
		if node.Kind == yaml.ScalarNode {
			found = append(found, node)
		}
		for _, child := range node.Content {
			collect(child)
		}
	}
	decoder := yaml.NewDecoder(strings.NewReader(text))
	for {
		var document yaml.Node
		if err := decoder.Decode(&document); err != nil {
			return found
		}
		collect(&document)
	}
}

// byteOffset is an independent implementation of the parser's lines and
// columns.
func byteOffset(text string, line, column int) int {
	breaks := strings.NewReplacer("\r\n", "\x00\n", "\r", "\n", "\u0085", "\x00\n", "\u2028", "\x00\x00\n", "\u2029", "\x00\x00\n")
	at := 0
	for lines := breaks.Replace(text); line > 1; line-- {
		at += strings.IndexByte(lines[at:], '\n') + 1
	}
	for ; column > 1 && at < len(text); column-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}
