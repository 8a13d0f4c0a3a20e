package policy

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// largestValue bounds operands and results of a call, in bytes of text; a value that is
// not text counts as termBytes.
const (
	largestValue = 4 << 20
	termBytes    = 16
)

// longestNumber is the length of the longest number that may be used in arithmetic.
const longestNumber = 100

// weight measures values as if they were written in full: a value that shares its parts
// is small in memory but endless to walk. It stops when nothing is left.
type weight struct {
	left     int
	exponent bool // there is a number that is long, or would be if written in full
}

func (w *weight) add(term *ast.Term) {
	if w.left -= termBytes; w.left < 0 {
		return
	}
	switch value := term.Value.(type) {
	case ast.String:
		w.left -= len(value)
	case ast.Number:
		w.left -= len(value)
		w.exponent = w.exponent || isLong(string(value))
	case *ast.Array:
		value.Until(func(term *ast.Term) bool { w.add(term); return w.left < 0 })
	case ast.Set:
		value.Until(func(term *ast.Term) bool { w.add(term); return w.left < 0 })
	case ast.Object:
		value.Until(func(key, term *ast.Term) bool { w.add(key); w.add(term); return w.left < 0 })
	}
}

func isLong(number string) bool {
	if len(number) > longestNumber {
		return true
	}
	at := strings.IndexAny(number, "eE")
	return at >= 0 && len(strings.TrimLeft(number[at+1:], "+-0")) > 2
}

// numeric are the builtins that write numbers in full.
var numeric = map[string]bool{
	"plus": true, "minus": true, "mul": true, "div": true, "rem": true, "abs": true, "ceil": true, "floor": true, "round": true,
	"sum": true, "product": true, "format_int": true, "sprintf": true, "array.slice": true, "substring": true, "to_number": true,
}

// estimates returns how large the result of a builtin may be, for those where it can
// exceed the operands.
var estimates = map[string]func(operands []*ast.Term) int{
	"sprintf": func(operands []*ast.Term) int {
		format := text(operands[0])
		verbs := strings.Count(format, "%")
		return len(format) + verbs*written(operands[1]) + widths(format)
	},
	"concat": func(operands []*ast.Term) int {
		return length(operands[1])*len(text(operands[0])) + written(operands[1])
	},
	"replace":           func(operands []*ast.Term) int { return (len(text(operands[0])) + 1) * (len(text(operands[2])) + 1) },
	"strings.replace_n": func(operands []*ast.Term) int { return (len(text(operands[1])) + 1) * (written(operands[0]) + 1) },
	"regex.replace":     func(operands []*ast.Term) int { return (len(text(operands[0])) + 1) * (len(text(operands[2])) + 1) },
	"split":             func(operands []*ast.Term) int { return len(text(operands[0])) * termBytes },
	"product":           func(operands []*ast.Term) int { return length(operands[0]) * longestNumber * longestNumber },
	"yaml.unmarshal":    func(operands []*ast.Term) int { return len(text(operands[0])) * termBytes },
	"json.unmarshal":    func(operands []*ast.Term) int { return len(text(operands[0])) * termBytes },
	"indexof_n":         func(operands []*ast.Term) int { return len(text(operands[0])) * termBytes },
	"regex.find_n":      func(operands []*ast.Term) int { return len(text(operands[1])) * termBytes },
	"regex.split":       func(operands []*ast.Term) int { return len(text(operands[1])) * termBytes },
	"array.flatten":     func(operands []*ast.Term) int { return written(operands[0]) },
	"net.cidr_merge":    func(operands []*ast.Term) int { return written(operands[0]) * termBytes },
	"json.filter":       func(operands []*ast.Term) int { return written(operands[0]) * (length(operands[1]) + 1) / termBytes },
	"json.remove":       func(operands []*ast.Term) int { return written(operands[0]) * (length(operands[1]) + 1) / termBytes },
	"object.union_n":    func(operands []*ast.Term) int { return written(operands[0]) },
	"regex.match":       func(operands []*ast.Term) int { return len(text(operands[0])) * len(text(operands[1])) / 64 },
	"strings.count":     func(operands []*ast.Term) int { return len(text(operands[0])) },
	"graph.reachable":   func(operands []*ast.Term) int { return written(operands[0]) },
	"object.subset": func(operands []*ast.Term) int {
		return written(operands[0]) * (length(operands[1]) + 1) / (termBytes * termBytes)
	},
	"regex.find_all_string_submatch_n": func(operands []*ast.Term) int { // a match is as long as there are groups
		return len(text(operands[1])) * (strings.Count(text(operands[0]), "(") + 1) * termBytes
	},
}

func text(term *ast.Term) string {
	value, _ := term.Value.(ast.String)
	return string(value)
}

func length(term *ast.Term) int {
	if value, ok := term.Value.(interface{ Len() int }); ok {
		return value.Len()
	}
	return 0
}

// written returns the size of a value written in full, up to the limit.
func written(term *ast.Term) int {
	w := weight{left: largestValue}
	w.add(term)
	return largestValue - w.left
}

// widths returns the sum of the widths and precisions in a format; `*` takes one from
// the arguments, for which the maximum of fmt is counted.
func widths(format string) int {
	const most = 1_000_000
	total := 0
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		number := 0
		for i++; i < len(format) && strings.IndexByte("0123456789.*[]+-# ", format[i]) >= 0; i++ {
			switch c := format[i]; {
			case c == '*':
				total += most
			case c >= '0' && c <= '9':
				number = min(number*10+int(c-'0'), most)
			default:
				total, number = total+number, 0
			}
		}
		if total += number; total > largestValue {
			return total
		}
	}
	return total
}
