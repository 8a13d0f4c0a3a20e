package access

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/hcl/parser"
	"github.com/hashicorp/hcl/hcl/token"
)

// unknownEscape is said where a string cannot be decoded.
const unknownEscape = "an escape sequence is unknown"

// hclWordings has readable words for what the scanner and the parser say in the
// names of their tokens, by how that begins.
var hclWordings = [...]struct{ theirs, ours string }{
	{"nested object expected: LBRACE", `a block with a label takes no "="`},
	{"no object keys found", `there is no name before "="`},
	{"expected: IDENT | STRING got: LBRACE", "a block has no name"},
	{"expected: IDENT | STRING | ASSIGN | LBRACE got: ", "a name is expected here"},
	{"key '", `a name is followed by neither "=" nor "{"`},
	{"Unknown token", "a value is neither a string, a number, a list nor an object"},
	{"object expected closing RBRACE", "a block is not closed"},
	{"error parsing list, expected comma or list end", "a comma is missing in a list"},
	{"unexpected token while parsing list", "a list holds neither a string, a number, a list nor an object"},
	{"literal not terminated", "a string is not closed"},
	{"heredoc not terminated", "a heredoc is not closed"},
	{"comment not terminated", "a comment is not closed"},
	{"illegal char escape", unknownEscape},
	{"illegal char", "a character is not allowed here"},
	{"expected '/' for comment", "there is a stray /"},
	{"heredoc expected second '<'", "there is a stray <"},
}

// hclWords says a message without token names and pieces of the file; those that
// are not in the table have neither.
func hclWords(message string) string {
	for _, wording := range hclWordings {
		if strings.HasPrefix(message, wording.theirs) {
			return wording.ours
		}
	}
	return message
}

// noteBroken notes what is wrong with the first broken token. What is not closed is
// reported where it begins: it may go on to the end of the file.
func (o *outline) noteBroken(t token.Token, wrong *parser.PosError) {
	if o.broken != nil {
		return
	}
	message := wrong.Err.Error()
	o.broken, o.brokenAt = &fault{o.start(wrong.Pos), hclWords(message)}, wrong.Pos.Offset
	if strings.HasSuffix(message, "not terminated") {
		o.broken.at = o.start(t.Pos)
	}
}

// innermost returns the offset and the message of an error; one from inside a
// list is hidden in the text of others, with its line and column.
func (o *outline) innermost(err *parser.PosError) (offset int, message string) {
	const nested = " within list: At "
	offset, message = err.Pos.Offset, err.Err.Error()
	at := strings.LastIndex(message, nested)
	if at < 0 {
		return offset, message
	}
	var line, column int
	position, rest, found := strings.Cut(message[at+len(nested):], ": ")
	if n, _ := fmt.Sscanf(position, "%d:%d", &line, &column); n != 2 || !found {
		return offset, message
	}
	return o.offset(line, column), rest
}

// offset returns where a line and a column are, as the parser counts.
func (o *outline) offset(line, column int) int {
	from := 0
	for ; line > 1; line-- {
		from += strings.IndexByte(o.text[from:], '\n') + 1
	}
	for at := range o.text[from:] {
		if column--; column <= 0 {
			return from + at
		}
	}
	return len(o.text)
}
