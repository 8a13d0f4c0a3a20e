package manifest

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	sigsyaml "sigs.k8s.io/yaml"
)

func TestEditRefuses(t *testing.T) {
	t.Parallel()
	set := func(path Path) Op { return Op{Kind: OpSet, Path: path, Value: "z"} }
	insert := func(path Path, key string) Op {
		return Op{Kind: OpInsert, Path: path, Entries: []NewEntry{{Key: key, Value: "z"}}}
	}
	tests := []struct {
		name   string
		before string
		op     Op
		why    string
	}{
		{"absent", "a: x\n", set("/b"), `there is no "b"`},
		{"absent entry", "a: [x]\n", set("/a/1"), `the list has no entry "1"`},
		{"below a scalar", "a: x\n", set("/a/b"), "no mapping"},
		{"collection", "a: [x]\n", set("/a"), "a list stands there"},
		{"alias", "a: &x b\nc: *x\n", set("/c"), "it comes from an alias"},
		{"anchor in use", "a: &x b\nc: *x\n", set("/a"), "an alias repeats it"},
		{"below an alias", "a: &x {b: c}\nd: *x\n", set("/d/b"), "it comes from an alias"},
		{"below an anchor in use", "a: &x {b: c}\nd: *x\n", set("/a/b"), "an alias repeats it"},
		{"insert below an anchor in use", "a: &x {b: c}\nd: *x\n", insert("/a", "k"), "an alias repeats it"},
		{"merge key", "a: &x {b: c}\nd: {<<: *x}\n", set("/d/b"), "it comes from a merge key"},
		{"alias as key", "a: &x b\n*x : c\n", Op{Kind: OpRename, Path: "/b", Value: "z"}, "alias"},
		{"repeated", "a: x\na: y\n", set("/a"), "is repeated"},
		{"repeated, second", "a: x\na: y\n", set("/a~22"), "is repeated"},
		{"tag", "a: !!int 5\n", set("/a"), "read back"},
		{"rename to a key that is there", "a: x\nb: y\n", Op{Kind: OpRename, Path: "/a", Value: "b"}, `"b" is there already`},
		{"rename an entry", "a: [x]\n", Op{Kind: OpRename, Path: "/a/0", Value: "b"}, "it has no key"},
		{"insert a key that is there", "a: {b: c}\n", insert("/a", "b"), `"b" is there already`},
		{"insert into a list", "a: [b]\n", insert("/a", "k"), "a list stands there"},
		{"insert into a scalar", "a: b\n", insert("/a", "k"), "plain text stands there"},
		{"insert nothing", "a: {b: c}\n", Op{Kind: OpInsert, Path: "/a"}, "no entry is given"},
		{"insert into a document that is missing", "a:\n  n:\n", insert("/a/n/m!", "k"), "there is no"},
		{"append to nothing", "a: b\n", Op{Kind: OpAppend, Path: "/s", Entries: []NewEntry{{Key: "k"}}}, `there is no "s"`},
		{"append to a mapping", "s: {a: b}\n", Op{Kind: OpAppendText, Path: "/s", Value: "x"}, "not a list"},
		{"append nothing", "s: [a]\n", Op{Kind: OpAppend, Path: "/s"}, "no entry is given"},
		{"quote a quoted one", "a: 'b'\n", Op{Kind: OpQuote, Path: "/a"}, "no plain value"},
		{"setplain a comment", "a: b\n", Op{Kind: OpSetPlain, Path: "/a", Value: "b # c"}, "read back"},
		{"setplain a mapping", "a: b\n", Op{Kind: OpSetPlain, Path: "/a", Value: "{}"}, "read back"},
		{"setplain in JSON", `{"a": "b"}`, Op{Kind: OpSetPlain, Path: "/a", Value: "yes"}, "read back"},
		{"setplain in JSON in a string", "o: '{\"a\": \"b\"}'\n", Op{Kind: OpSetPlain, Path: "/o!/a", Value: "yes"}, "read back"},
		{"setplain, two lines", "a: b\n", Op{Kind: OpSetPlain, Path: "/a", Value: "b\nc"}, "without quotes"},
		{"setplain, comment in the head", "a: | # c\n  b\n", Op{Kind: OpSetPlain, Path: "/a", Value: "b"}, "a comment would be lost"},
		{"no document inside", "a: '['\n", set("/a!/b"), "holds no document"},
		{"no string", "a: [b]\n", set("/a!/b"), "a string with a document"},
		{"new line in single quotes", "o: 'a: b'\n", insert("/o!", "k"), "another line"},
		{"new line in plain", "o: x\n", Op{Kind: OpSet, Path: "/o!", Value: "a: b"}, "read back"},
		{"control character in a block", "o: |\n  x\n", Op{Kind: OpSet, Path: "/o", Value: "\x01"}, "a block cannot hold"},
		{"empty block", "o: |\n  x\n", Op{Kind: OpSet, Path: "/o", Value: ""}, "an empty block"},
		{"blank lines at the end of a block", "o: |\n  x\n", Op{Kind: OpSet, Path: "/o", Value: "x\n\n"}, "blank lines"},
		{"remove the document", "a: b\n", Op{Kind: OpRemove}, "a whole document"},
		{"remove an anchor in use", "a:\n- {b: &x c}\n- *x\n", Op{Kind: OpRemove, Path: "/a/0"}, "an alias needs it"},
		{"remove with a comment", "s:\n- a: 1\n  # c\n  b: 2\n", Op{Kind: OpRemove, Path: "/s/0/a"}, "a comment would be lost"},
		{"unknown", "a: b\n", Op{Kind: "x", Path: "/a"}, `no operation "x"`},
		{"not UTF-8", "a: b\n", Op{Kind: OpSet, Path: "/a", Value: "\xff"}, "not UTF-8"},
		{"swap with nothing", "a: b\n", Op{Kind: OpSwap, Path: "/a", With: "/c"}, `there is no "c"`},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			_, err := edited(t, tc.before, tc.op)
			require.ErrorContains(t, err, tc.why)
		})
	}
}

type rendered struct{ Origin }

func TestEditRefusesRendered(t *testing.T) {
	t.Parallel()
	file := Decode("a.yaml", []byte("a: b\n"), DefaultLimits(), nil)
	file.Docs[0].Origin = rendered{}
	_, err := file.Docs[0].Edits([]Op{{Kind: OpSet, Path: "/a", Value: "c"}})
	require.ErrorContains(t, err, "it is rendered")
}

func TestEditSeveralOps(t *testing.T) {
	t.Parallel()
	entry := func(key string) []NewEntry { return []NewEntry{{Key: key, Value: "v"}} }
	tests := []struct {
		name   string
		before string
		ops    []Op
		after  string
	}{
		{"same mapping", "m:\n  a: 1\n", []Op{
			{Kind: OpInsert, Path: "/m/q", Entries: entry("b")}, {Kind: OpInsert, Path: "/m/q", Entries: entry("c")},
			{Kind: OpInsert, Path: "/m", Entries: entry("d")},
		}, "m:\n  a: 1\n  q:\n    b: v\n    c: v\n  d: v\n"},
		{"same list", "s: []\n", []Op{
			{Kind: OpAppend, Path: "/s", Entries: entry("b")}, {Kind: OpAppend, Path: "/s", Entries: entry("c")},
		}, "s: [{b: v}, {c: v}]\n"},
		{"same list inside", "o: |\n  - a: x\nz: 1\n", []Op{
			{Kind: OpAppend, Path: "/o!", Entries: entry("a")}, {Kind: OpSet, Path: "/o!/0/a", Value: "w"}, {Kind: OpAppend, Path: "/o!", Entries: entry("a")},
		}, "o: |\n  - a: w\n  - a: v\n  - a: v\nz: 1\n"},
		{"neighbours removed", "a: 1\nb: 2\nc: 3\nd: 4\n", []Op{
			{Kind: OpRemove, Path: "/a"}, {Kind: OpRemove, Path: "/b"}, {Kind: OpRemove, Path: "/d"},
		}, "c: 3\n"},
		{"neighbours inside removed", "o: |-\n  a: 1\n  b: 2\n  c: 3\nd: 4\n", []Op{
			{Kind: OpRemove, Path: "/o!/a"}, {Kind: OpRemove, Path: "/o!/c"},
		}, "o: |-\n  b: 2\nd: 4\n"},
		{"key and value", "a: 1\n", []Op{
			{Kind: OpRename, Path: "/a", Value: "b"}, {Kind: OpQuote, Path: "/a"},
		}, "b: \"1\"\n"},
		{"two strings", "a: '{x: q}'\nb: |\n  x: q\n", []Op{
			{Kind: OpSet, Path: "/b!/x", Value: "r"}, {Kind: OpSet, Path: "/a!/x", Value: "r"},
		}, "a: '{x: r}'\nb: |\n  x: r\n"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			after, err := edited(t, tc.before, tc.ops...)
			require.NoError(t, err)
			assert.Equal(t, tc.after, after)
		})
	}
	_, err := edited(t, "a: x\n", Op{Kind: OpSet, Path: "/a", Value: "b"}, Op{Kind: OpSet, Path: "/a", Value: "c"})
	require.ErrorContains(t, err, "overlap")
	_, err = edited(t, "o: |\n  a: x\n", Op{Kind: OpSet, Path: "/o", Value: "q\n"}, Op{Kind: OpSet, Path: "/o!/a", Value: "c"})
	require.Error(t, err)
}

func TestApply(t *testing.T) {
	t.Parallel()
	edit := func(line, column, endLine, endColumn int, text string) Edit {
		return Edit{Span: Span{Start: Pos{line, column}, End: Pos{endLine, endColumn}}, NewText: text}
	}
	tests := []struct {
		name  string
		text  string
		edits []Edit
		want  string
		why   string
	}{
		{"none", "a", nil, "a", ""},
		{"in any order", "ü😀b\nc\n", []Edit{edit(2, 1, 2, 2, "C"), edit(1, 2, 1, 3, "x")}, "üxb\nC\n", ""},
		{"insertions at one place", "ab", []Edit{edit(1, 2, 1, 2, "1"), edit(1, 2, 1, 2, "2")}, "a12b", ""},
		{"insertion before and behind", "abc", []Edit{edit(1, 2, 1, 3, "x"), edit(1, 2, 1, 2, "1"), edit(1, 3, 1, 3, "2")}, "a1x2c", ""},
		{"across lines", "a\r\nb\r\n", []Edit{edit(1, 2, 2, 1, "")}, "ab\r\n", ""},
		{"at the end", "a\n", []Edit{edit(2, 1, 2, 1, "b")}, "a\nb", ""},
		{"overlap", "abc", []Edit{edit(1, 1, 1, 3, "x"), edit(1, 2, 1, 3, "y")}, "", "overlap"},
		{"insertion within", "abc", []Edit{edit(1, 1, 1, 3, "x"), edit(1, 2, 1, 2, "y")}, "", "overlap"},
		{"behind the line", "a\nb", []Edit{edit(1, 3, 1, 3, "x")}, "", "no such place"},
		{"behind the text", "a", []Edit{edit(2, 1, 2, 1, "x")}, "", "no such place"},
		{"backwards", "ab", []Edit{edit(1, 2, 1, 1, "x")}, "", "no such place"},
		{"no place", "ab", []Edit{{NewText: "x"}}, "", "no such place"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			got, err := Apply(tc.text, tc.edits)
			if tc.why != "" {
				require.ErrorContains(t, err, tc.why)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tc.want, got)
		})
	}
}

// What is written without quotes has to be the same string for readers of
// YAML 1.1, which sigs.k8s.io/yaml is, and of YAML 1.2.
func FuzzPlainReads(f *testing.F) {
	for _, seed := range []string{
		"secret/data/x", "on", "0x1F", "1_000", "1:30", "2001-12-14", ".5", "-1", "1e3", "a:b", "a: b", "a #b", "~", "=", "<<", "",
		"a,b", "{a}", "null", "0o17", "0777", ".inf", "--- a", "1.2.3", "é", "a\u00a0", "- a", "?a", "a?", "12:30:45.1", "+.INF", "1,000", "%a", "@a", "`a",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, flow := range []bool{false, true} {
			if !utf8.ValidString(s) || !plainReads(s, flow) {
				continue
			}
			text := "k: " + s + "\n"
			if flow {
				text = "k: [" + s + "]\n"
			}
			var old map[string]any
			require.NoError(t, sigsyaml.Unmarshal([]byte(text), &old), text)
			node, err := parseYAML(text)
			require.NoError(t, err, text)
			value := node.Content[1]
			got := old["k"]
			if flow {
				require.Len(t, value.Content, 1, text)
				value = value.Content[0]
				got = got.([]any)[0]
			}
			require.Equal(t, "!!str", value.Tag, text)
			require.Equal(t, s, value.Value, text)
			require.Equal(t, any(s), got, text)
		}
	})
}

func TestPlainReads(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"a", "secret/data/x", "database-host", "a:b", "a#b", "1.2.3-x", "v1", "3a", "größe", "/a", "a b", "secrets-store.csi.x-k8s.io/v1", "00000000-0000-0000-0000-00000000000a"} {
		assert.True(t, plainReads(s, true), s)
	}
	for _, s := range []string{"", " ", "a ", "a:", "a: b", "a #", "on", "Y", "TRUE", "~", "1", "010", "1e3", "0x1", "1:30", "2001-01-01", ".5", "-a", "*a", "&a", "!a", "%a", "@a", "`a", "'a", "\"a", "#a", "[a", "{a", "a\nb", "a\tb", ".inf", "="} {
		assert.False(t, plainReads(s, false), s)
	}
	for _, s := range []string{"a,b", "a[0]", "a{", "a?"} {
		assert.True(t, plainReads(s, false), s)
		assert.False(t, plainReads(s, true), s)
	}
}
