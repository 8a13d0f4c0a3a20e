package manifest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// outline summarises what Decode makes of a text: each document by its kind and
// the position of that, each broken one by its position.
func outline(file *File) []string {
	var lines []string
	for _, doc := range file.Docs {
		span, _ := doc.Locate("/kind", Value)
		lines = append(lines, fmt.Sprintf("%s at %d:%d", doc.Kind, span.Start.Line, span.Start.Column))
	}
	for _, broken := range file.Broken {
		lines = append(lines, fmt.Sprintf("broken at %d:%d: %s", broken.At.Line, broken.At.Column, broken.Message))
	}
	return lines
}

func TestDecode(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"two documents":                   {"kind: A\n---\n\nkind: B\n", []string{"A at 1:7", "B at 4:7"}},
		"a byte order mark":               {"\ufeffkind: A\n", []string{"A at 1:7"}},
		"a mark in front of the second":   {"kind: A\n---\n\ufeffkind: B\n", []string{"A at 1:7", "B at 3:8"}},
		"a mark in front of its marker":   {"kind: A\n\ufeff--- {kind: B}\n", []string{"A at 1:7", "B at 2:13"}},
		"CRLF":                            {"kind: A\r\n---\r\nkind: B\r\n", []string{"A at 1:7", "B at 3:7"}},
		"CR alone, as an editor shows":    {"a: 1\rkind: A\r", []string{"A at 1:12"}},
		"empty and null ones":             {"---\nnull\n---\n~\n---\n# c\n---\nkind: A\n", []string{"A at 8:7"}},
		"a broken neighbour":              {"kind: A\n---\na: b: c\n---\nkind: B\n", []string{"A at 1:7", "B at 5:7", "broken at 3:1: mapping values are not allowed in this context"}},
		"a list":                          {"- a\n", []string{"broken at 1:1: a list is where a Kubernetes object, a mapping, is expected"}},
		"shell text":                      {"kind: A\n---\nEOF\n", []string{"A at 1:7", "broken at 3:1: plain text is where a Kubernetes object, a mapping, is expected"}},
		"a document without marker":       {"kind: A\n...\nkind: B\n", []string{"A at 1:7", "B at 3:7"}},
		"a List":                          {"kind: List\nitems:\n- kind: A\n- kind: B\n", []string{"A at 3:9", "B at 4:9"}},
		"a typed List":                    {"kind: AList\nitems: [{kind: A}]\n", []string{"A at 2:16"}},
		"a typed List of bare items":      {"kind: AList\nitems: [{metadata: {}}]\n", []string{"A at 2:9"}},
		"a List of bare items":            {"kind: List\nitems: [{metadata: {}}]\n", []string{" at 2:9"}},
		"an empty List":                   {"kind: List\nitems: []\n", nil},
		"a List within a List":            {"kind: List\nitems:\n- kind: List\n  items:\n  - kind: A\n", []string{"A at 5:11"}},
		"Lists without end":               {strings.Repeat("{kind: List, items: [", 6) + "{kind: A}" + strings.Repeat("]}", 6), []string{"List at 1:92"}},
		"an item that is no object":       {"kind: List\nitems: [x, {kind: A}, null]\n", []string{"A at 2:19", "broken at 2:9: plain text is where an item of the List, a mapping, is expected"}},
		"items that are no list":          {"kind: AList\nitems: x\n", []string{"AList at 1:7"}},
		"items by alias":                  {"x: &x {kind: A}\nkind: List\nitems: [*x, *x]\n", []string{"A at 1:14", "A at 1:14"}},
		"JSON":                            {"{\n  \"kind\": \"A\"\n}\n", []string{"A at 2:11"}},
		"several JSON values":             {"{\"kind\": \"A\"}\n{\"kind\": \"B\"} {\"kind\": \"C\"}", []string{"A at 1:10", "B at 2:10", "C at 2:24"}},
		"JSON, then junk":                 {"{\"kind\": \"A\"}\n{\"kind\": }", []string{"A at 1:10", "broken at 2:10: invalid character '}' looking for beginning of value"}},
		"JSON between YAML":               {"kind: A\n---\n{\"kind\": \"B\"}\n---\nkind: C\n", []string{"A at 1:7", "B at 3:10", "C at 5:7"}},
		"flow YAML that is no JSON":       {"{kind: A}\n", []string{"A at 1:8"}},
		"merged fields":                   {"x: &x {kind: A}\n<<: *x\n", []string{"A at 1:14"}},
		"an alias like an anchor":         {"kind: A\na: &name2 1\nb: *name2 # not *name\nc: *name\n", []string{"broken at 4:1: alias *name has no anchor in its document: an anchor is known only within its own document"}},
		"an alias of another document":    {"a: &a 1\n---\nb: *a\n", []string{" at 1:1", "broken at 3:1: alias *a has no anchor in its document: an anchor is known only within its own document"}},
		"bytes that are no UTF-8":         {"kind: A\n---\nkind: \xff\n", []string{"A at 1:7", "broken at 3:7: byte 0xFF is not UTF-8: convert the file, for example with `iconv -f WINDOWS-1252 -t UTF-8`"}},
		"control characters":              {"kind: A\x00\n", []string{"broken at 1:8: control character U+0000 is not allowed in YAML"}},
		"NEL is allowed":                  {"kind: A\u0085\n", []string{"A at 1:7"}},
		"an alias that contains itself":   {"a: &a [*a]\n", []string{"broken at 1:8: alias *a contains itself: its aliases are expanded without end"}},
		"a merge that contains itself":    {"a: &a\n  <<: *a\n", []string{"broken at 2:7: alias *a contains itself: its aliases are expanded without end"}},
		"an unquoted template expression": {"kind: A\nname: {{ .Values.name }}\n", []string{"A at 1:7"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, outline(Decode("a.yaml", []byte(c.text), DefaultLimits(), nil)))
		})
	}
}

func TestDecodeEncodings(t *testing.T) {
	t.Parallel()
	text := "kind: Größe😀\n---\nkind: B\n"
	for _, encoding := range []Encoding{UTF8, UTF8WithMark, UTF16LE, UTF16BE} {
		data := encodeText(text, encoding)
		file := Decode("a.yaml", data, DefaultLimits(), nil)
		assert.Equal(t, encoding, file.Encoding)
		assert.Equal(t, text, file.Text)
		assert.Equal(t, data, file.Encode(file.Text))
		assert.Equal(t, []string{"Größe😀 at 1:7", "B at 3:7"}, outline(file))
	}
	for _, bigEndian := range []Encoding{UTF16LE, UTF16BE} {
		bare := encodeText("kind: A\n", bigEndian)[2:]
		assert.Equal(t, []string{"A at 1:7"}, outline(Decode("a.yaml", bare, DefaultLimits(), nil)), "without a mark")
	}
}

func TestDecodeWanted(t *testing.T) {
	t.Parallel()
	file := Decode("a.yaml", []byte("kind: A\n---\nkind: B\n---\na: b: c\n---\nkind: A2\n"), DefaultLimits(), func(text string) bool { return strings.Contains(text, "A") })
	assert.Equal(t, []string{"A at 1:7", "A2 at 7:7"}, outline(file))
	assert.Zero(t, file.Rest(func(text string) bool { return strings.Contains(text, "C") }))
	assert.Empty(t, file.Broken)
	assert.Zero(t, file.Rest(nil))
	assert.Equal(t, []string{"A at 1:7", "A2 at 7:7", "broken at 5:1: mapping values are not allowed in this context"}, outline(file), "what is whole is not kept")
	assert.Zero(t, file.Rest(nil), "once is enough")
	for i, doc := range file.Docs {
		assert.Equal(t, i, doc.Index)
	}

	large := strings.Repeat("a: "+strings.Repeat("b", 1<<18)+"\n---\n", maxRestBytes>>18+2)
	file = Decode("a.yaml", []byte(large), DefaultLimits(), func(string) bool { return false })
	assert.Positive(t, file.Rest(nil), "a very large rest is not read")
}

func TestDecodeLimits(t *testing.T) {
	t.Parallel()
	bomb := "a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
	for name, c := range map[string]struct {
		text, set, want string
	}{
		"nesting":              {"a: [[[1]]]\n", "nesting=3", "broken at 1:7: the document nests deeper than the limit of 3 (--limit nesting)"},
		"nesting by aliases":   {"a: &a [[[1]]]\nb: [[*a]]\n", "nesting=5", "broken at 1:1: the document nests deeper than the limit of 5 (--limit nesting)"},
		"not too deep":         {"kind: A\na: [[[1]]]\n", "nesting=5", "A at 1:7"},
		"aliases":              {bomb, "values=1000", "broken at 3:4: the document has more than 1000 values once its aliases are expanded (--limit values)"},
		"values":               {"kind: A\nb: [" + strings.Repeat("x,", 100) + "]\n", "values=30", "broken at 1:1: the document has more than 30 values (--limit values)"},
		"a text":               {"kind: A\nb: xxxxxxxxxxxxx\n", "text-size=10", "broken at 2:4: a text is longer than the limit of 10 bytes (--limit text-size)"},
		"a document":           {"kind: A\nb: xxxxxxxxxxxxx\n", "document-size=20", "broken at 1:1: the document has 25 bytes, more than the limit of 20 bytes (--limit document-size)"},
		"documents":            {"kind: A\n---\nkind: B\n---\nkind: C\n", "documents=1", "A at 1:7|broken at 2:1: it and those behind it are beyond the 1 documents of a file that are read (--limit documents)"},
		"JSON values":          {`{"kind":"A"}{"kind":"B"}{"kind":"C"}`, "documents=2", "A at 1:9|B at 1:21|broken at 1:25: it and those behind it are beyond the 2 documents of a file that are read (--limit documents)"},
		"an alias in its item": {"kind: A\nb: &b [c]\nd: *b\n", "values=100", "A at 1:7"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			limits := DefaultLimits()
			require.NoError(t, limits.Set(c.set))
			assert.Equal(t, strings.Split(c.want, "|"), outline(Decode("a.yaml", []byte(c.text), limits, nil)))
		})
	}
	limits := DefaultLimits()
	limits.Documents = 1
	file := Decode("a.yaml", []byte("kind: A\n---\nkind: B\n---\nkind: MendixApp\n"), limits, nil)
	require.Len(t, file.Broken, 1)
	assert.Contains(t, file.Broken[0].Text, "MendixApp", "whatever stands behind the limit is not known")
	limits.Documents = 2
	stream := []byte(`{"kind":"A"}{"kind":"B"}{"kind":"MendixApp"}`)
	ours := func(text string) bool { return strings.Contains(text, "MendixApp") }
	assert.Equal(t, []string{"A at 1:9", "B at 1:21", "MendixApp at 1:33"}, outline(Decode("a.json", stream, limits, ours)), "only what is wanted counts")
	assert.Len(t, Decode("a.json", stream, limits, nil).Broken, 1)
	beside := Decode("a.yaml", []byte(`{"kind":"A"}{"kind":"B"}{"kind":"C"}`+"\n---\nkind: MendixApp\n"), limits, ours)
	beside.Rest(nil)
	assert.Equal(t, []string{"MendixApp at 3:7"}, outline(beside), "what is not kept does not count")
	large := TooLarge("a.yaml", []byte("kind: A\n"), 64<<20)
	assert.Equal(t, []string{"broken at 1:1: the file is larger than the limit of 64 MiB (--limit file-size)"}, outline(large))
}

func TestLimitsSet(t *testing.T) {
	t.Parallel()
	l := DefaultLimits()
	for _, name := range LimitNames() {
		require.NoError(t, l.Set(name+"=3K"))
	}
	assert.Equal(t, Limits{3 << 10, 3 << 10, 3 << 10, 3 << 10, 3 << 10, 3 << 10}, l)
	require.NoError(t, l.Set("file-size=2M"))
	assert.Equal(t, 2<<20, l.FileBytes)
	for setting, want := range map[string]string{
		"nesting": "write it as NAME=VALUE", "nestin=3": `did you mean "nesting"?`, "x=1": "it is one of file-size", "nesting=0": "is not a number", "nesting=-1": "is not a number",
		"nesting=x": "is not a number", "nesting=9999999M": "is not a number", "nesting=": "is not a number", "nesting=1e3": "is not a number",
	} {
		assert.ErrorContains(t, l.Set(setting), want, "%s", setting)
	}
}

// FuzzDecode checks that whatever the bytes, nothing panics, positions are
// inside the file, and the same documents are found with and without the
// filter.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"kind: MendixApp\n---\na: b: c\n---\nkind: List\nitems: [{kind: A}, x]\n", "{\"kind\": \"A\"}{\"a\": [1, {}]} x", "\ufeffa: &a [*a]\r\n...\n%YAML 1.2\n---\nb: \"\\u004d\"\r",
		"\xff\xfek\x00:\x00 \x001\x00", "a: {{ x }}\n{{- if y }}\nb: ${Z}\n", "a: |\n  b\n \tc: d\n", "? [a, b]\n: !!binary x\n<<: [*x, {y: z}]\n",
	} {
		f.Add([]byte(seed))
	}
	limits := DefaultLimits()
	limits.DocumentBytes, limits.Nesting = 1<<16, 50
	f.Fuzz(func(t *testing.T, data []byte) {
		file := Decode("a.yaml", data, limits, nil)
		end := file.Pos(len(file.Text))
		inside := func(at Pos) bool { return at.Line >= 1 && at.Column >= 1 && !end.Before(at) }
		for _, broken := range file.Broken {
			require.True(t, inside(broken.At) && inside(broken.Extent().End), "%v in %q", broken.At, data)
			require.NotEmpty(t, broken.Message)
			require.False(t, broken.Templated && !inside(broken.Mark))
		}
		for _, doc := range file.Docs {
			for _, entry := range Entries(doc.Root) {
				for _, part := range []Part{Key, Value} {
					span, _ := doc.Locate(entry.Path, part)
					require.True(t, inside(span.Start) && inside(span.End) && !span.End.Before(span.Start), "%v of %s in %q", span, entry.Path, data)
				}
			}
		}
		later := Decode("a.yaml", data, limits, func(string) bool { return false })
		later.Rest(nil)
		require.Len(t, later.Broken, len(file.Broken), "%q", data)
	})
}

// The search for the line gives up in a long document.
func TestSyntaxFaultOfAnAliasFarDown(t *testing.T) {
	t.Parallel()
	text := "- key: *name2\n" + strings.Repeat("- value: 1234567890\n", 10) + "- *name\n"
	searched := searchBytes
	message, line := syntaxFault(text, errors.New("yaml: unknown anchor 'name' referenced"), &searched)
	assert.Contains(t, message, "alias *name has no anchor")
	assert.Equal(t, 12, line)
	_, line = syntaxFault("a: 1\n", errors.New("yaml: unknown anchor 'name' referenced"), &searched)
	assert.Equal(t, 1, line)
}
