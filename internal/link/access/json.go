package access

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// readJSON reads the JSON values of a text, one after another. Comments are skipped;
// the fault of the scanner is the first thing that is not JSON.
func readJSON(data string) ([]value, *scanner) {
	s := &scanner{data: data}
	var values []value
	for s.skip(); !s.done(); s.skip() {
		before := s.at
		if v, found := s.jsonValue(); found {
			values = append(values, v)
		}
		if s.at == before {
			s.stray()
		}
	}
	return values, s
}

func (s *scanner) stray() {
	char, size := utf8.DecodeRuneInString(s.data[s.at:])
	s.fail(s.at, "there is a stray "+string(char))
	s.at += size
}

func (s *scanner) jsonValue() (value, bool) {
	switch s.peek() {
	case '{', '[':
		if s.depth++; s.depth > maxDepth {
			s.fail(s.at, "it is nested too deep")
			s.at = len(s.data)
			return value{}, false
		}
		defer func() { s.depth-- }()
		if s.peek() == '{' {
			return s.jsonObject(), true
		}
		return s.jsonList(), true
	case '"':
		return s.str(), true
	default:
		return s.jsonWord()
	}
}

// jsonWord reads a number, true, false or null.
func (s *scanner) jsonWord() (value, bool) {
	end := strings.IndexAny(s.data[s.at:], " \t\r\n,:{}[]\"#/")
	if end < 0 {
		end = len(s.data) - s.at
	}
	if end == 0 {
		return value{}, false
	}
	v := value{start: s.at, end: s.at + end, text: s.data[s.at : s.at+end]}
	if !json.Valid([]byte(v.text)) {
		s.fail(v.start, "a value is neither a string nor a number")
	}
	s.at = v.end
	return v, true
}
