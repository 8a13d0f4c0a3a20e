package manifest

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// FuzzReadScalar checks that whatever scalar the parser reads is verified, and
// that its map stays within the text and in order.
func FuzzReadScalar(f *testing.F) {
	for _, seed := range []string{
		"a: |\n  one\n  two\nb: >+2 # c\n    three\n\n...\n",
		"- &a !!str 'it''s'\n- \"x\\\n  y\\u00e9\"\n- one\n  two # c\n- *a\n",
		"{a: [b, 'c', \"d\"], e f: g}\r\n---\r\nx: |-\r\n  y\r\n\r\n  z",
		"a:\n  array:\n    - |\n      objectName: x\n      objectAlias: \"y\"\n",
		"? |\n  key\n: >-\n  value\n\n   more\n",
		"a: |\r  b\r\rc: d\u2028e\u0085",
		"\"a\\\t\\\r\n \tb\"",
		"- !!str\n- &x\n-\n- ! |1\n  x\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// A text in another encoding, or with byte order marks, is never that
		// of a file.
		characters := utf8.ValidString(text) && !strings.Contains(text, byteOrderMark)
		for _, node := range scalars(text) {
			at := byteOffset(text, node.Line, node.Column)
			s, exact := readScalar(text, at, node)
			require.True(t, exact || !characters, "%q in %q", node.Value, text)
			if exact {
				checkMap(t, text, s, node.Value)
			}
			// The same node at a wrong position must not panic.
			readScalar(text, len(text)-at, node)
		}
	})
}

// FuzzReadScalarStyles checks that every style that can represent a value is
// verified, and that the value's characters are where the map says.
func FuzzReadScalarStyles(f *testing.F) {
	f.Add("one\n  two\n\nthree\n", uint8(3))
	f.Add("it's \"one\"", uint8(0))
	f.Add("größe\t日本 😀\u0085\u2028\r\n", uint8(7))
	f.Add("\n\n x\n\n\n", uint8(255))
	f.Add("a: [b, {c}] # d", uint8(21))
	f.Add("  ", uint8(10))
	f.Fuzz(func(t *testing.T, value string, choice uint8) {
		if !utf8.ValidString(value) || strings.ContainsAny(value, "\x00\ufffd\ufeff") {
			t.Skip()
		}
		for _, w := range writings(value, choice) {
			node := nodeRead(w, value)
			if node == nil { // the style cannot represent the value, so it reads as another
				require.False(t, w.any, "%s: %q is lost in %q", w.style, value, w.text)
				continue
			}
			s, exact := readScalar(w.text, byteOffset(w.text, node.Line, node.Column), node)
			require.True(t, exact, "%s: %q in %q", w.style, value, w.text)
			checkMap(t, w.text, s, value)
			for i, raw := range w.stands {
				require.Equal(t, raw, s.offset(i), "%s: byte %d of %q in %q", w.style, i, value, w.text)
			}
		}
	})
}

// nodeRead returns the last scalar that the parser finds up to the written one,
// nil if it reads as another value.
func nodeRead(w writing, value string) *yaml.Node {
	var last *yaml.Node
	for _, node := range scalars(w.text) {
		if byteOffset(w.text, node.Line, node.Column) <= w.at {
			last = node
		}
	}
	if last == nil || last.Value != value {
		return nil
	}
	return last
}

// writing is a value written in one style, with the positions of those of its
// characters that represent themselves or begin with a backslash.
type writing struct {
	style  string
	text   string
	at     int         // where the scalar begins
	stands map[int]int // from byte of the value to byte of the text
	any    bool        // the style can write this value
}

func writings(value string, choice uint8) []writing {
	breakAs := []string{"\n", "\r\n", "\r"}[int(choice)%3]
	indent := 1 + int(choice/3)%4
	head, margin := "first: line"+breakAs+"key: ", 0
	if choice >= 128 { // deeper, which a block scalar's indicator does not count
		head, margin = "up:"+breakAs+"     - ü: x"+breakAs+"       key: &a ", 7
	}
	return []writing{
		writeLiteral(head, value, breakAs, margin, indent),
		writeFolded(head, value, breakAs, margin+indent),
		writeDouble(head, value, breakAs, int(choice)),
		writeSingle(head, value, breakAs, margin+indent),
		writePlain(head, value, breakAs, margin+indent),
		writeFlow(head, value, choice),
	}
}

// pen writes text and records where the characters of the value are.
type pen struct {
	strings.Builder
	at     int
	stands map[int]int
}

func newPen(head string) *pen {
	p := &pen{at: len(head), stands: map[int]int{}}
	p.WriteString(head)
	return p
}

// put writes raw for the byte of the value at i.
func (p *pen) put(i int, raw string) {
	p.stands[i] = p.Len()
	p.WriteString(raw)
}

func (p *pen) done(style string) writing {
	return writing{style: style, text: p.String(), at: p.at, stands: p.stands}
}

func writeLiteral(head, value, breakAs string, margin, indent int) writing {
	p := newPen(head)
	fmt.Fprintf(p, "|%d+%s", indent, breakAs)
	atStart := true
	for i, c := range value {
		switch {
		case c == '\n':
			p.put(i, breakAs)
			atStart = true
			continue
		case atStart:
			p.WriteString(strings.Repeat(" ", margin+indent))
			atStart = false
		}
		p.put(i, string(c))
	}
	w := p.done("literal")
	w.any = !strings.ContainsFunc(value, isSpecial)
	return w
}

// isSpecial reports whether YAML accepts a character only as an escape, or as a
// line break.
func isSpecial(c rune) bool {
	return c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c == '\u2028' || c == '\u2029' || c == 0xfffe || c == 0xffff
}

func writeFolded(head, value, breakAs string, indent int) writing {
	p := newPen(head)
	p.WriteString(">-" + breakAs)
	if strings.ContainsFunc(value, func(c rune) bool { return c == '\n' || isSpecial(c) }) {
		return p.done("folded") // only folding is tested here
	}
	words := strings.Split(value, " ")
	at := 0
	for i, word := range words {
		p.WriteString(strings.Repeat(" ", indent))
		for k, c := range word {
			p.put(at+k, string(c))
		}
		if at += len(word); i < len(words)-1 {
			p.put(at, breakAs)
			at++
		}
	}
	p.WriteString(breakAs + "next: x" + breakAs)
	return p.done("folded")
}

func writeDouble(head, value, breakAs string, choice int) writing {
	p := newPen(head)
	p.WriteString(`"`)
	for i, c := range value {
		if n := i + choice; n%7 == 0 && i > 0 {
			p.WriteString("\\" + breakAs + " \t")
		}
		switch n := i + choice; {
		case c == '"' || c == '\\':
			p.put(i, "\\"+string(c))
		case c == '\n':
			p.put(i, `\n`)
		case c == '\t' && n%2 == 0:
			p.put(i, `\t`)
		case isSpecial(c) || n%5 == 0 && c < 0x100:
			p.put(i, fmt.Sprintf([]string{`\x%02x`, `\u%04X`}[min(int(c)/0x100, 1)], c))
		case c == ' ' || c == '\t':
			p.put(i, `\`+string(c))
		case n%3 == 0 && c >= 0x80:
			p.put(i, fmt.Sprintf(`\U%08x`, c))
		default:
			p.put(i, string(c))
		}
	}
	p.WriteString(`"` + breakAs)
	w := p.done("double-quoted")
	w.any = true
	return w
}

func writeSingle(head, value, breakAs string, indent int) writing {
	p := newPen(head)
	p.WriteString("'")
	for i, c := range value {
		switch c {
		case '\'':
			p.put(i, "''")
		case '\n': // one break folds into a space, so it takes two
			p.WriteString(breakAs)
			p.put(i, breakAs)
			p.WriteString(strings.Repeat(" ", indent))
		default:
			p.put(i, string(c))
		}
	}
	p.WriteString("'" + breakAs)
	w := p.done("single-quoted")
	if strings.Contains(value, "\n\n") {
		w.stands = nil // of breaks in a row, all share the one that folds
	}
	return w
}

func writePlain(head, value, breakAs string, indent int) writing {
	p := newPen(head)
	for i, c := range value {
		if c == ' ' {
			p.put(i, breakAs)
			p.WriteString(strings.Repeat(" ", indent))
			continue
		}
		p.put(i, string(c))
	}
	p.WriteString(" # comment" + breakAs)
	return p.done("plain")
}

func writeFlow(head, value string, choice uint8) writing {
	p := newPen(head + "{a: [x, ")
	for i, c := range value {
		p.put(i, string(c))
	}
	p.WriteString([]string{"]}", " , y]}", ": z]}"}[int(choice)%3])
	return p.done("flow")
}
