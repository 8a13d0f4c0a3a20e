package manifest

import (
	"bytes"
	"slices"
	"strings"
)

// Words are the words that a file must mention to be read at all. Searching for
// them costs a thousandth of parsing.
type Words struct {
	words []Word
	marks []mark
}

// Word selects a document that mentions Text, if it may be of the kind Kind (""
// is any) or mentions With too.
type Word struct {
	Text, Kind, With string
}

// mark is a byte that is rare in manifests, and the words that are found by it:
// a file is searched once per mark, not once per word.
type mark struct {
	char  byte
	parts []markedWord
}

// markedWord is a word, split at its mark.
type markedWord struct{ before, after []byte }

// NewWords prepares a search for words, none of which may be empty.
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

// commonBytes are the bytes that are common in manifests, the most common
// first; all others are rarer.
const commonBytes = " etaoinrsl:-cmpduhgfbvyk/w.SCM"

// rarest returns the index of the rarest byte of a text.
func rarest(text string) (at int) {
	rank := func(i int) int {
		if n := strings.IndexByte(commonBytes, text[i]); n >= 0 {
			return n
		}
		return len(commonBytes)
	}
	for i := range len(text) {
		if rank(i) > rank(at) {
			at = i
		}
	}
	return at
}

// InFile reports whether a file may contain a wanted document. It returns true
// whenever the words could be spelt in another way: in UTF-16, or with escapes
// in double quotes.
func (w *Words) InFile(data []byte) bool {
	for i := range w.marks {
		if w.marks[i].in(data) {
			return true
		}
	}
	return mayHideWords(data, bytes.IndexByte)
}

// in reports whether one of the words is in the data.
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

// mayHideWords reports whether the data may contain words that a byte search
// does not find: with NUL bytes (UTF-16), or with an escape of a double-quoted
// scalar that can represent a letter or join two lines. index finds a byte; it
// is a parameter because a text would have to be copied to be searched as
// bytes.
func mayHideWords[T string | []byte](data T, index func(data T, char byte) int) bool {
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
