package manifest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// only decodes a text that contains one document.
func only(t *testing.T, text string) *Doc {
	t.Helper()
	file := Decode("a.yaml", []byte(text), DefaultLimits(), nil)
	require.Empty(t, file.Broken)
	require.Len(t, file.Docs, 1)
	return file.Docs[0]
}

// marked reads a text in which « and » enclose the expected span.
func marked(t *testing.T, text string) (doc *Doc, want Span) {
	t.Helper()
	from, to := strings.Index(text, "«"), strings.Index(text, "»")
	require.True(t, from >= 0 && to > from, "%q", text)
	plain := text[:from] + text[from+len("«"):to] + text[to+len("»"):]
	doc = only(t, plain)
	return doc, Span{"a.yaml", doc.File.Pos(from), doc.File.Pos(to - len("«"))}
}

func TestLocate(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		path Path
		part Part
	}{
		"a plain value":                   {"a:\n  b: «c d»  # e\n", "/a/b", Value},
		"its key":                         {"a:\n  «b»: c d\n", "/a/b", Key},
		"single quotes":                   {"a: «'b ''c'''»\n", "/a", Value},
		"double quotes":                   {"a: «\"b \\\" c\"»\n", "/a", Value},
		"double quotes over lines":        {"a: «\"b\n  c\"»\nd: e\n", "/a", Value},
		"plain over lines":                {"a: «b\n  c»\nd: e\n", "/a", Value},
		"a literal block":                 {"a: «|\n  b\n  c»\nd: e\n", "/a", Value},
		"a quoted key":                    {"«\"a b\"»: c\n", "/a b", Key},
		"an explicit key":                 {"? «a»\n: b\n", "/a", Key},
		"a key with a slash":              {"a/b: «c»\n", "/a~1b", Value},
		"an entry of a list":              {"a:\n- b\n- «c»\n", "/a/1", Value},
		"a flow list":                     {"a: [b, «c»]\n", "/a/1", Value},
		"a flow list as a whole":          {"a: «[b, c]» # d\n", "/a", Value},
		"a flow mapping over lines":       {"a: «{b: c,\n    d: [e]}»\nf: g\n", "/a", Value},
		"an empty flow mapping":           {"a: «{}»\n", "/a", Value},
		"a block mapping":                 {"a:\n  «b: c\n  d: e»\nf: g\n", "/a", Value},
		"a mapping in a list, its head":   {"a:\n- «b»: c\n  d: e\n", "/a/0", Key},
		"the document":                    {"«a: b»\n", "", Value},
		"an alias":                        {"a: &x b\nc: «*x»\n", "/c", Value},
		"an anchored value":               {"a: &x «b»\n", "/a", Value},
		"a tagged value":                  {"a: !!str «1»\n", "/a", Value},
		"a merged value":                  {"x: &x\n  a: «b»\ny:\n  <<: *x\n", "/y/a", Value},
		"a merged key":                    {"x: &x\n  «a»: b\ny:\n  <<: *x\n", "/y/a", Key},
		"own before merged":               {"x: &x {a: b}\ny:\n  <<: *x\n  a: «c»\n", "/y/a", Value},
		"the first of merged":             {"x: [&x {a: «b»}, &y {a: c}]\nz:\n  <<: [*x, *y]\n", "/z/a", Value},
		"a repeated key, the first":       {"a: «b»\na: c\n", "/a", Value},
		"a repeated key, the second":      {"a: b\na: «c»\n", "/a~22", Value},
		"behind wide characters":          {"ä: {日本: «😀b»}\n", "/ä/日本", Value},
		"CRLF":                            {"a: b\r\nc: «d»\r\n", "/c", Value},
		"JSON":                            {"{\"a\": [\"b\", «\"c\\u0041\"»]}\n", "/a/1", Value},
		"a JSON key":                      {"{\n\t«\"a\"»: 1\n}\n", "/a", Key},
		"null":                            {"a: b\nc: «null»\n", "/c", Value},
		"a second document":               {"---\n---\na: «b»\n", "/a", Value},
		"what is absent: its parent":      {"a: b\n«c»:\n  d: e\n", "/c/x", Value},
		"what is absent, deep":            {"«a»:\n  b: c\n", "/a/x/y/0", Value},
		"what is absent: no key to show":  {"a:\n- «b»: c\n", "/a/0/x", Value},
		"absent behind the end of a list": {"«a»:\n- b\n", "/a/7", Value},
		"absent from the document":        {"«a»: b\n", "/x", Value},
		"in a literal block":              {"a: |\n  b:\n    c: «d»\n", "/a!/b/c", Value},
		"a key in a literal block":        {"a: |\n  b:\n    «c»: d\n", "/a!/b/c", Key},
		"in a folded block":               {"a: >\n  b:\n\n    c: «d»\n", "/a!/b/c", Value},
		"with an indentation indicator":   {"a: |2\n    b: «c»\n", "/a!/b", Value},
		"in single quotes":                {"a: '{b: «c»}'\n", "/a!/b", Value},
		"in double quotes":                {"a: \"b:\\n  c: «d\\u0041»\\n\"\n", "/a!/b/c", Value},
		"JSON in a string":                {"a: '{\"b\": {\"c\": «\"d\"»}}'\n", "/a!/b/c", Value},
		"JSON in JSON in a string":        {"a: |\n  {\"b\": \"{\\\"c\\\": «\\\"d\\\"»}\"}\n", "/a!/b!/c", Value},
		"strings of an array in a string": {"a: |\n  array:\n    - |\n      b: c\n    - |\n      b: «d»\n      e: f\n", "/a!/array/1!/b", Value},
		"quoted strings of an array":      {"a: |\n  array:\n    - \"b: c\\nd: «e»\\n\"\n", "/a!/array/0!/d", Value},
		"absent from a string":            {"a: |\n  «b»:\n    c: d\n", "/a!/b/x", Value},
		"a string that is no document":    {"«a»: '[b'\n", "/a!/b", Value},
		"an aliased string":               {"x: &x |\n  b: «c»\na: *x\n", "/a!/b", Value},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, want := marked(t, c.text)
			got, exact := doc.Locate(c.path, c.part)
			assert.Equal(t, want, got)
			assert.True(t, exact)
		})
	}
}

func TestLocateText(t *testing.T) {
	t.Parallel()
	doc := only(t, "a: |\n  b: c\n    d e  \n  \n")
	for place, want := range map[[2]int]Span{
		{1, 1}:  {"a.yaml", Pos{2, 3}, Pos{2, 7}},
		{1, 4}:  {"a.yaml", Pos{2, 6}, Pos{2, 7}},
		{2, 0}:  {"a.yaml", Pos{3, 5}, Pos{3, 10}}, // column 0: the first non-blank character
		{99, 1}: {"a.yaml", Pos{4, 1}, Pos{4, 1}},
	} {
		got, _ := doc.LocateText("/a", place[0], place[1])
		assert.Equal(t, want, got, "%v", place)
	}
	got, _ := doc.LocateText("/x", 1, 1)
	assert.Equal(t, Pos{1, 1}, got.Start, "where the string is absent, what should hold it")

	within, exact := doc.LocateWithin("/a", 3, 4)
	assert.True(t, exact)
	assert.Equal(t, Span{"a.yaml", Pos{2, 6}, Pos{2, 7}}, within)
}

func TestEntries(t *testing.T) {
	t.Parallel()
	doc := only(t, "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  c: 0\n  <<: [*x, *y]\n  c: 5\n  \"<<\": 6\n  ? [k]\n  : 7\n")
	var got []string
	for _, entry := range Entries(doc.Node("/z")) {
		got = append(got, string(entry.Path)+"="+Resolve(entry.Value).Value)
	}
	assert.Equal(t, []string{"/c=0", "/c~22=5", "/<<=6", "/a=1", "/b=2"}, got, "own first, merged ones behind; a quoted << is no merge key")
	assert.Empty(t, Entries(nil))
}
