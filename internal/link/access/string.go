package access

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// str reads a double-quoted string; a line break ends it as well.
func (s *scanner) str() value {
	v := value{kind: quoted, start: s.at}
	var decoded strings.Builder
	s.at++
	for !s.done() && s.peek() != '"' && s.peek() != '\n' {
		if s.peek() == '\\' {
			s.escape(&decoded)
			continue
		}
		decoded.WriteByte(s.peek())
		s.at++
	}
	if s.peek() == '"' {
		s.at++
	} else {
		s.fail(v.start, "a string is not closed")
	}
	v.text, v.end = decoded.String(), s.at
	return v
}

// escape decodes the escape sequence at a backslash.
func (s *scanner) escape(decoded *strings.Builder) {
	from := s.at
	if s.at++; s.done() {
		return
	}
	char := s.peek()
	s.at++
	switch at := strings.IndexByte(`"\/bfnrt`, char); {
	case char == 'u':
		decoded.WriteRune(s.unicode(from))
	case at >= 0:
		decoded.WriteByte("\"\\/\b\f\n\r\t"[at])
	default:
		s.fail(from, "an escape sequence is unknown")
		decoded.WriteString(s.data[from:s.at])
	}
}

// unicode reads the four digits of \u, and of the second half of a pair.
func (s *scanner) unicode(from int) rune {
	first, ok := s.hex()
	if !ok {
		s.fail(from, "an escape sequence is unknown")
		return utf8.RuneError
	}
	if !utf16.IsSurrogate(first) || !s.ahead(`\u`) {
		return first
	}
	behind := s.at
	s.at += len(`\u`)
	second, _ := s.hex()
	whole := utf16.DecodeRune(first, second)
	if whole == utf8.RuneError {
		s.at = behind // what follows is a separate character
	}
	return whole
}

func (s *scanner) hex() (rune, bool) {
	if s.at+4 > len(s.data) {
		return 0, false
	}
	code, err := strconv.ParseUint(s.data[s.at:s.at+4], 16, 16)
	if err != nil {
		return 0, false
	}
	s.at += 4
	return rune(code), true
}
