package access

import (
	"strings"

	"github.com/hashicorp/hcl/hcl/token"
)

// The limits of HCL, besides maxDepth. A policy of ten thousand paths has some
// hundred thousand tokens.
const (
	maxCost = 1_000_000
	// The scanner compiles a regular expression for each heredoc, of the mark
	// that ends it.
	heredocCost = 50
	maxMark     = 200
)

func costOf(t token.Token) int {
	if t.Type == token.HEREDOC {
		return heredocCost
	}
	return 1
}

// noteLimit notes that the text is beyond a limit at an offset.
func (o *outline) noteLimit(offset int) {
	if o.beyond == nil {
		o.beyond = &fault{o.original(offset), "it is nested too deep, or too long, for a policy"}
	}
}

// scannable returns how much of the text the scanner may see: it ends before a
// heredoc whose mark is beyond the limit.
func (o *outline) scannable() int {
	for from := 0; ; {
		next := strings.Index(o.text[from:], "<<")
		if next < 0 {
			return len(o.text)
		}
		from += next + len("<<")
		mark := o.text[from:min(from+maxMark, len(o.text))]
		if len(mark) == maxMark && !strings.ContainsAny(mark, "\n\r\t !\"#$%&'()*+,./:;<=>?@[]\\^`{|}~") {
			o.noteLimit(from)
			return from - len("<<")
		}
	}
}
