package manifest

import (
	"bytes"
	"slices"
	"strings"
)

// Words are what a file must name to be read at all. A search for them costs a
// thousandth of parsing.
type Words struct {
	words []Word
	marks []mark
}

// Word makes a document that names Text wanted, if it may be of the kind Kind
// ("" is any), or names With too.
type Word struct {
	Text, Kind, With string
}

// mark is a byte that is rare in manifests, and the words that are found by it:
// a file is searched once for each mark, not for each word.
type mark struct {
	char  byte
	parts []markedWord
}

// markedWord is a word, cut at its mark.
type markedWord struct{ before, after []byte }

// NewWords prepares the search for words, none of which is empty.
func NewWords(words ...Word) *Words {
	w := &Words{words: words}
	for i := range words {
		text := words[i].Text
		at := rarest(text)
		part := markedWord{before: []byte(text[:at]), after: []byte(text[at+1:])}
		n := slices.IndexFunc(w.marks, func(m mark) bool { return m.char == text[at] })
		if n < 0 {
			n = len(w.marks)
			w.marks = append(w.marks, mark{char: text[at]})
		}
		w.marks[n].parts = append(w.marks[n].parts, part)
	}
	return w
}

// common are the letters of manifests, the most common first; what is not among
// them is rarer.
const common = " etaoinrsl:-cmpduhgfbvyk/w.SCM"

// rarest returns the index of the rarest byte of a text.
func rarest(text string) (at int) {
	rank := func(i int) int {
		if n := strings.IndexByte(common, text[i]); n >= 0 {
			return n
		}
		return len(common)
	}
	for i := range len(text) {
		if rank(i) > rank(at) {
			at = i
		}
	}
	return at
}

// InFile tells whether a file may hold a wanted document. It is true wherever
// the words could be spelt in another way: in UTF-16, and with escapes in
// double quotes.
func (w *Words) InFile(data []byte) bool {
	for i := range w.marks {
		if w.marks[i].in(data) {
			return true
		}
	}
	return hidden(data, bytes.IndexByte)
}

// in tells whether one of the words stands in the data.
func (m *mark) in(data []byte) bool {
	for at := 0; ; at++ {
		n := bytes.IndexByte(data[at:], m.char)
		if n < 0 {
			return false
		}
		at += n
		for i := range m.parts {
			if bytes.HasPrefix(data[at+1:], m.parts[i].after) && bytes.HasSuffix(data[:at], m.parts[i].before) {
				return true
			}
		}
	}
}

// hidden tells whether words may stand in the data that a byte search does not
// find: behind NUL bytes (UTF-16), or an escape of a double-quoted scalar that
// can spell a letter or join two lines. index finds a byte; it is given, since a
// text would have to be copied to be looked at as bytes.
func hidden[T string | []byte](data T, index func(data T, char byte) int) bool {
	if index(data[:min(len(data), 4)], 0) >= 0 {
		return true
	}
	if len(data) >= 2 && (data[0] == 0xFF && data[1] == 0xFE || data[0] == 0xFE && data[1] == 0xFF) {
		return true
	}
	for at := 0; ; {
		n := index(data[at:], '\\')
		if n < 0 || at+n+1 >= len(data) {
			return false
		}
		switch at += n + 1; data[at] {
		case 'x', 'u', 'U', '\n', '\r':
			return true
		}
		at++
	}
}
