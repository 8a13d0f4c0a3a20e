package manifest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

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

// An edit covers the scalar and no more, an insertion is empty, and columns
// count code points.
func TestEditSpans(t *testing.T) {
	t.Parallel()
	file := Decode("a.yaml", []byte("\ufeffü: ö\no: \"- n: \\\"x\\\"\\n  k: ü # c\"\nl: |\n  a: b\n"), DefaultLimits(), nil)
	edits, err := file.Docs[0].Edits([]Op{
		{Kind: OpInsert, Path: "/l!", Entries: []NewEntry{{Key: "c", Value: "d"}}},
		{Kind: OpSet, Path: "/o!/0/k", Value: "z"},
		{Kind: OpSet, Path: "/o!/0/n", Value: "w"},
	})
	require.NoError(t, err)
	span := func(line, start, end int) Span { return Span{"a.yaml", Pos{line, start}, Pos{line, end}} }
	assert.Equal(t, []Edit{
		{span(2, 10, 15), `\"w\"`},
		{span(2, 22, 23), "z"},
		{span(4, 7, 7), "\n  c: d"},
	}, edits)
}
