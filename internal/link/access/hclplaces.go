package access

import (
	"sort"
	"strings"

	"github.com/hashicorp/hcl/hcl/token"
)

// places leads from the offsets of HCL 1 back to the text of the file: its
// parser makes one character of each "\r\n" before it counts.
type places struct {
	// returns are the offsets, as the parser counts, of the "\n" that lost a "\r".
	returns []int
	size    int // of the file
}

func newPlaces(data string) places {
	p := places{size: len(data)}
	for from := 0; ; {
		next := strings.Index(data[from:], "\r\n")
		if next < 0 {
			return p
		}
		p.returns = append(p.returns, from+next-len(p.returns))
		from += next + len("\r\n")
	}
}

// original returns where an offset of the parser is in the file.
func (p places) original(offset int) int {
	return min(offset+sort.SearchInts(p.returns, offset), p.size)
}

func (p places) start(pos token.Pos) int { return p.original(pos.Offset) }

// behind returns where a piece of the parser's text ends that starts at pos.
func (p places) behind(pos token.Pos, text string) int {
	return p.original(pos.Offset + len(text))
}
