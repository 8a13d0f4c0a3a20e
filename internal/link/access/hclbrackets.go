package access

import "github.com/hashicorp/hcl/hcl/token"

// trackBrackets follows how deep the parser nests, and never counts less. It takes
// the first brace of `{ a = } }` for a missing value, not for the end of the
// block, so that a brace behind "=" closes nothing.
func (o *outline) trackBrackets(t token.Token) {
	switch t.Type {
	case token.LBRACE, token.LBRACK:
		if len(o.open) == maxDepth {
			o.noteLimit(t.Pos.Offset)
			return
		}
		o.open = append(o.open, t)
	case token.RBRACE, token.RBRACK:
		if o.last.Type == token.ASSIGN {
			o.noteMistake(o.last, "a name has no value", t)
		}
		if o.last.Type == token.ASSIGN && t.Type == token.RBRACE || len(o.open) == 0 {
			return
		}
		top := o.open[len(o.open)-1]
		if (top.Type == token.LBRACE) != (t.Type == token.RBRACE) {
			o.noteMistake(top, notClosed(top), t)
		}
		o.open = o.open[:len(o.open)-1]
	}
}

// noteUnclosed notes the bracket that the end of the file leaves open.
func (o *outline) noteUnclosed(end token.Token) {
	if len(o.open) > 0 {
		top := o.open[len(o.open)-1]
		o.noteMistake(top, notClosed(top), end)
	}
}

// noteMistake notes a mistake at one token that another one shows.
func (o *outline) noteMistake(at token.Token, message string, seen token.Token) {
	if o.mistake == nil {
		o.mistake, o.mistakeAt = &fault{o.start(at.Pos), message}, seen.Pos.Offset
	}
}

func notClosed(bracket token.Token) string {
	if bracket.Type == token.LBRACK {
		return "a list is not closed"
	}
	return "a block is not closed"
}
