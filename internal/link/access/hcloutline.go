package access

import (
	"errors"

	"github.com/hashicorp/hcl/hcl/parser"
	hclscanner "github.com/hashicorp/hcl/hcl/scanner"
	"github.com/hashicorp/hcl/hcl/token"
)

// outline is what the tokens of a policy show. The parser gives up behind its
// first fault, and has no limits of its own.
type outline struct {
	places

	text string // as the parser counts it
	// paths are whatever is written as `path "..."`, each an empty block: they show
	// whose the file is.
	paths []member
	// beyond is where the text asks more of the parser than a policy would.
	beyond *fault
	// broken is the first token that is none; brokenAt is where that was seen.
	broken   *fault
	brokenAt int
	// mistake is the first bracket that fits no other, or "=" without a value;
	// mistakeAt is where that was seen. The parser may take it by accident.
	mistake   *fault
	mistakeAt int

	open []token.Token // the brackets that are not closed
	last token.Token   // that is no comment
}

// scan reads all tokens, or as many as the limits let it.
func (o *outline) scan() {
	s := hclscanner.New([]byte(o.text[:o.scannable()]))
	var wrong *parser.PosError
	s.Error = func(pos token.Pos, message string) {
		if wrong == nil {
			wrong = &parser.PosError{Pos: pos, Err: errors.New(message)}
		}
	}
	for cost := 0; cost <= maxCost; wrong = nil {
		t := s.Scan()
		if wrong != nil {
			o.noteBroken(t, wrong)
		}
		cost += costOf(t)
		switch t.Type {
		case token.EOF:
			o.noteUnclosed(t)
			return
		case token.COMMENT:
			continue
		case token.STRING:
			if wrong == nil {
				o.notePath(t)
			}
		default:
			o.trackBrackets(t)
		}
		o.last = t
	}
	o.noteLimit(o.last.Pos.Offset)
}

// notePath notes the path that a string says behind the word for it.
func (o *outline) notePath(t token.Token) {
	if keyText(o.last) != "path" {
		return
	}
	if name, ok := unquote(t.Text); ok && !templated(name) {
		block := o.member(t, name, value{kind: object})
		o.paths = append(o.paths, o.member(o.last, "path", value{kind: object, members: []member{block}}))
	}
}

func (o *outline) member(t token.Token, key string, held value) member {
	return member{key, o.start(t.Pos), o.behind(t.Pos, t.Text), held}
}
