package manifest

import (
	"sync"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// holder is a text that contains nodes: the text of a file, or the decoded
// value of a scalar in another holder.
type holder struct {
	text  string
	plain *lines // as an editor counts, mostly the same as lines; nil if not computed

	once  sync.Once // documents of one file, and environments with one document, share a holder
	lines *lines    // as the parser counts; computed on first use

	outer  *holder    // nil for a file
	scalar scalarText // where text is in outer
	exact  bool       // whether scalar is verified, byte by byte
}

// offset returns the byte offset of the parser's line and column (both from 1,
// columns in code points). A position beyond the text is the text's end.
func (h *holder) offset(line, column int) int {
	return h.parserLines().offset(line, column)
}

func (h *holder) parserLines() *lines {
	h.once.Do(func() {
		if h.lines = h.plain; h.lines == nil || hasOtherBreaks(h.text) {
			h.lines = parserLines(h.text)
		}
	})
	return h.lines
}

// inFile maps a range of the holder's text to the file's text. If a map on the
// way is not exact, the range of the whole scalar is returned instead.
func (h *holder) inFile(start, end int) (fileStart, fileEnd int, exact bool) {
	if h.outer == nil {
		return start, end, true
	}
	if !h.exact {
		fileStart, fileEnd, _ = h.outer.inFile(h.scalar.Start, h.scalar.End)
		return fileStart, fileEnd, false
	}
	from, to := h.scalar.offset(start), h.scalar.endOffset(end)
	return h.outer.inFile(from, max(from, to))
}

// inside returns the holder of the text that a scalar node decodes to.
func (h *holder) inside(node *yaml.Node) *holder {
	scalar, exact := readScalar(h.text, h.offset(node.Line, node.Column), node)
	return &holder{text: node.Value, outer: h, scalar: scalar, exact: exact}
}

// extent returns the range of a node in the holder's text: a scalar reaches
// from its first to just after its last character, quotes included; a
// collection to the end of its last entry.
func (h *holder) extent(node *yaml.Node) (start, end int) {
	at := h.offset(node.Line, node.Column)
	switch node.Kind {
	case yaml.ScalarNode:
		scalar, _ := readScalar(h.text, at, node)
		return scalar.Start, scalar.End
	case yaml.AliasNode:
		return at, min(len(h.text), at+1+len(node.Value))
	}
	if len(node.Content) == 0 || node.Style&yaml.FlowStyle != 0 {
		return at, h.flowEnd(node, at)
	}
	_, end = h.extent(node.Content[len(node.Content)-1])
	return at, max(at, end)
}

// flowEnd finds the closing bracket of a flow collection: the first one after
// its last entry.
func (h *holder) flowEnd(node *yaml.Node, at int) int {
	from := min(at+1, len(h.text))
	if n := len(node.Content); n > 0 {
		_, from = h.extent(node.Content[n-1])
	}
	for i := from; i < len(h.text); i++ {
		switch h.text[i] {
		case '}', ']':
			return i + 1
		case '#':
			for i < len(h.text) && h.text[i] != '\n' {
				i++
			}
		}
	}
	return max(from, at)
}
