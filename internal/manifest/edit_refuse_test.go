package manifest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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
		{"collection", "a: [x]\n", set("/a"), "a list is there"},
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
		{"insert into a list", "a: [b]\n", insert("/a", "k"), "a list is there"},
		{"insert into a scalar", "a: b\n", insert("/a", "k"), "plain text is there"},
		{"insert nothing", "a: {b: c}\n", Op{Kind: OpInsert, Path: "/a"}, "no entry is given"},
		{"insert into a document that is missing", "a:\n  n:\n", insert("/a/n/m!", "k"), "there is no"},
		{"append below nothing", "a: b\n", Op{Kind: OpAppend, Path: "/s/t", Entries: []NewEntry{{Key: "k"}}}, `there is no "s"`},
		{"append a text to nothing", "a: b\n", Op{Kind: OpAppendText, Path: "/s", Value: "x"}, `there is no "s"`},
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
		{"new line in single quotes", "o: 'a: b'\n", insert("/o!/m", "k"), "a line with blanks"},
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

// rendered is an Origin that knows the source document.
type rendered struct {
	Origin
	source *Doc
}

func (r rendered) Edits(ops []Op) ([]Edit, error) { return r.source.Edits(ops) }

func TestEditOfRendered(t *testing.T) {
	t.Parallel()
	source := Decode("source.yaml", []byte("\n\na: b\n"), DefaultLimits(), nil)
	file := Decode("a.yaml", []byte("a: b\n"), DefaultLimits(), nil)
	file.Docs[0].Origin = rendered{source: source.Docs[0]}
	edits, err := file.Docs[0].Edits([]Op{{Kind: OpSet, Path: "/a", Value: "c"}})
	require.NoError(t, err)
	require.Len(t, edits, 1)
	require.Equal(t, "source.yaml", edits[0].Span.Path)
	require.Equal(t, 3, edits[0].Span.Start.Line)
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
