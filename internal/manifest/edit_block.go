package manifest

import (
	"errors"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// blockHead returns the first line of a block scalar, from its | or >.
func blockHead(text string, read scalarText) string {
	return text[read.Start:breakOrEnd(text, read.Start)]
}

// blockShape is how the lines of a block scalar are written.
type blockShape struct {
	folded bool
	indent string
	eol    string
}

// shapeOf determines the shape of a block scalar that contains text; ok is
// false if it contains none, or only blank lines.
func shapeOf(text string, read scalarText, value string) (shape blockShape, ok bool) {
	header, isBlock := readBlockHeader(text, read.Start)
	if !isBlock {
		return blockShape{}, false
	}
	shape = blockShape{folded: header.folded, eol: eolNear(text, read.Start)}
	for i := 0; i < len(value); {
		if value[i] != '\n' {
			at := read.offset(i)
			shape.indent = strings.Repeat(" ", at-lineStart(text, at))
			return shape, true
		}
		i++
	}
	return shape, false
}

// setBlock rewrites a block scalar with another text.
func (e *editor) setBlock(at *site, node *yaml.Node, read scalarText, value string) error {
	text := at.level.holder.text
	header, _ := readBlockHeader(text, read.Start)
	shape, ok := shapeOf(text, read, node.Value)
	body := strings.TrimRight(value, "\n")
	if !ok || body == "" {
		return errors.New("an empty block cannot be filled or made")
	}
	if !fitsInBlock(body) {
		return errBlockText
	}
	indicators, err := at.indicators(header, shape, node.Value, value)
	if err != nil {
		return err
	}
	at.level.patch(read.Start+1, header.end, indicators)
	content := patch{header.content, read.End, shape.lines(body)}
	if read.End == len(text) && strings.HasSuffix(value, "\n") {
		if at.level.outer == nil {
			content.text += shape.eol
		} else {
			e.trailingBreaksVary[e.want[node]] = true // the string that contains it has no final line break
		}
	}
	content = trimLines(text, content)
	at.level.patch(content.start, content.end, content.text)
	return nil
}

// indicators returns what follows the | or > of a block scalar whose text
// changes from one value to another.
func (at *site) indicators(header blockHeader, shape blockShape, from, to string) (string, error) {
	digit := ""
	if header.indent > 0 {
		digit = strconv.Itoa(header.indent)
	} else if first := strings.TrimLeft(to, "\n"); first[0] == ' ' {
		above := at.indentAbove()
		if n := len(shape.indent) - above; n >= 1 && n <= 9 {
			digit = strconv.Itoa(n)
		}
	}
	chomp := ""
	switch breaks := finalBreaks(to); {
	case breaks == finalBreaks(from) && header.strip:
		chomp = "-"
	case breaks == finalBreaks(from) && header.keep:
		chomp = "+"
	case breaks == finalBreaks(from):
	case breaks == 0:
		chomp = "-"
	case breaks > 1:
		return "", errors.New("blank lines at the end of the new text cannot be kept")
	}
	return digit + chomp, nil
}

func finalBreaks(text string) int { return len(text) - len(strings.TrimRight(text, "\n")) }

// indentAbove returns the indentation that a block scalar's indicator is
// relative to.
func (at *site) indentAbove() int {
	if len(at.trail) == 0 {
		return 0
	}
	if first := at.parent().Content[0]; at.parent().Kind == yaml.MappingNode {
		return first.Column - 1
	}
	dash, _ := at.level.dash(at.node)
	return max(dash-lineStart(at.level.holder.text, dash), 0)
}

// fitsInBlock reports whether a block scalar can represent a text.
func fitsInBlock(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool { return c != '\n' && c != '\t' && needsEscape(c) })
}

// lines formats a text that does not end in a line break as lines of the block.
func (shape blockShape) lines(body string) string {
	var raw strings.Builder
	indented := true // nothing folds before the first line
	for body != "" {
		rest := strings.TrimLeft(body, "\n")
		breaks := len(body) - len(rest)
		line, _, _ := strings.Cut(rest, "\n")
		body = rest[len(line):]
		if shape.folded && breaks > 0 {
			// A single break between two lines would be read as a space.
			if next := isBlank(line, 0); !indented && !next {
				breaks++
			}
		}
		indented = isBlank(line, 0)
		raw.WriteString(strings.Repeat(shape.eol, breaks))
		raw.WriteString(shape.indent)
		raw.WriteString(line)
	}
	return raw.String()
}
