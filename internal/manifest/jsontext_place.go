package manifest

import (
	"strconv"
	"unicode/utf8"
)

// jsonPlace turns byte offsets into lines and columns. It only moves forward,
// so that a text is scanned once no matter how many values it has.
type jsonPlace struct {
	text         string
	at           int
	line, column int
}

// of returns the position of a byte offset, which must not be before the last
// one asked for.
func (p *jsonPlace) of(offset int) (line, column int) {
	for p.at < offset {
		size, _ := lineBreakAt(p.text, p.at)
		if size > 0 && p.at+size <= offset {
			p.at += size
			p.line, p.column = p.line+1, 1
			continue
		}
		_, size = utf8.DecodeRuneInString(p.text[p.at:])
		p.at += size
		p.column++
	}
	return p.line, p.column
}

// fail returns an error at the current position.
func (r *jsonReader) fail(message string) *jsonError {
	line, column := r.place.of(r.at)
	return &jsonError{Line: line, Column: column, message: message}
}

// cutOff returns the error for a text that ends within a value.
func (r *jsonReader) cutOff() *jsonError { return r.fail("unexpected end of JSON input") }

// invalid returns the error for a character that is not allowed where it is.
func (r *jsonReader) invalid(where string) *jsonError {
	char, _ := utf8.DecodeRuneInString(r.text[r.at:])
	return r.fail("invalid character " + quoteJSONChar(char) + " " + where)
}

// quoteJSONChar quotes a character as encoding/json does in its errors.
func quoteJSONChar(c rune) string {
	switch c {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	quoted := strconv.Quote(string(c))
	return "'" + quoted[1:len(quoted)-1] + "'"
}
