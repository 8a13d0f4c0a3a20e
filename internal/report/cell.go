package report

import (
	"strings"
	"unicode/utf8"
)

// cell is one code point of a source line as printed.
type cell struct {
	text  string
	width int // terminal columns; a tab counts as its maximum
}

// cells returns the code points first..last (exclusive) of the line, as far as there
// are any. Only these are processed: a line may be a megabyte long.
func cells(line string, first, last int) []cell {
	var list []cell
	for i := 0; len(line) > 0 && i < last; i++ {
		r, size := utf8.DecodeRuneInString(line)
		if i >= first {
			list = append(list, newCell(r, line[:size]))
		}
		line = line[size:]
	}
	return list
}

func newCell(r rune, raw string) cell {
	if r == '\t' {
		return cell{text: "\t", width: tabWidth}
	}
	text := visible(r, raw)
	if text != raw {
		return cell{text: text, width: len(text)}
	}
	return cell{text: text, width: width(r)}
}

// blank returns whitespace as wide as the cell.
func (c cell) blank() string {
	if c.text == "\t" {
		return "\t"
	}
	return strings.Repeat(" ", c.width)
}

// shift maps the span from..to of a line to its masked form. If that has the same
// length, positions do not change. Otherwise positions in the common parts before and
// after the masked part keep their place, and those in it move to its edge.
func shift(line, masked string, from, to int) (int, int) {
	if utf8.RuneCountInString(line) == utf8.RuneCountInString(masked) {
		return from, to
	}
	before, after := []rune(line), []rune(masked)
	head := 0
	for head < min(len(before), len(after)) && before[head] == after[head] {
		head++
	}
	tail := 0
	for tail < min(len(before), len(after))-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	carry := func(at, inside int) int {
		switch {
		case at <= head:
			return at
		case at >= len(before)-tail:
			return at + len(after) - len(before)
		default:
			return inside
		}
	}
	return carry(from, head), carry(to, len(after)-tail)
}
