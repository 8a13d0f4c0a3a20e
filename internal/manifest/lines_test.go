package manifest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLinesAsEditorAndParserCount(t *testing.T) {
	t.Parallel()
	text := "a\r\nb\rc\u0085d\u2028e\u2029f\ng"
	assert.Equal(t, []uint32{0, 3, uint32(strings.Index(text, "g"))}, editorLines(text).starts)
	assert.Equal(t, 7, parserLines(text).count())
	assert.Equal(t, editorLines("a\r\nb\n").starts, parserLines("a\r\nb\n").starts)
	assert.Equal(t, []uint32{0, 2}, parserLines("a\r").starts, "a lone CR at the end")
	assert.Equal(t, []uint32{0}, editorLines("").starts)
}

func TestPositionsOnLongLines(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"ASCII":       "first\n" + strings.Repeat("abc", 20_000) + "\nlast",
		"two bytes":   "ü\n" + strings.Repeat("aü", 20_000) + "\nlast",
		"four bytes":  strings.Repeat("😀", 20_000),
		"odd offsets": "x\n" + strings.Repeat("日本a", 15_000) + "\r\ny",
	} {
		l := editorLines(text)
		line, column := 1, 1
		for offset, r := range text {
			if offset%1009 == 0 || offset > len(text)-20 || column < 5 {
				require.Equal(t, Pos{line, column}, l.pos(offset), "%s at %d", name, offset)
				require.Equal(t, offset, l.offset(line, column), "%s at %d:%d", name, line, column)
			}
			if column++; r == '\n' {
				line, column = line+1, 1
			}
		}
	}
}

// FuzzLines checks that offsets and positions are inverses at each code point.
func FuzzLines(f *testing.F) {
	f.Add("aü\r\n\n日😀", uint16(3))
	f.Add("x", uint16(9000))
	f.Fuzz(func(t *testing.T, text string, repeat uint16) {
		if !utf8.ValidString(text) || text == "" {
			t.Skip()
		}
		text = strings.Repeat(text, 1+int(repeat)/len(text))
		file := &File{Text: text}
		step := max(1, len(text)/50)
		for offset := 0; offset <= len(text); offset += step {
			if offset < len(text) && !utf8.RuneStart(text[offset]) {
				continue
			}
			pos := file.Pos(offset)
			require.Equal(t, offset, file.Offset(pos), "%v", pos)
			require.Equal(t, utf8.RuneCountInString(text[strings.LastIndexByte(text[:offset], '\n')+1:offset])+1, pos.Column)
			require.Equal(t, strings.Count(text[:offset], "\n")+1, pos.Line)
		}
	})
}
