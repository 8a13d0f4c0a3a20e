package manifest

import (
	"sort"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// scalarText maps a scalar, byte by byte, to the text that contains it. That
// holder is a file, or the decoded text of another scalar.
//
// Start and End are byte offsets in the holder, End exclusive, quotes included.
// A block scalar reaches from its | or > to the end of its last content line,
// without the line break, so its final newline maps beyond End. Anchors and
// tags before the scalar are not part of it.
type scalarText struct {
	Start, End int

	runs []scalarRun
	// Without runs there is nothing to look up: either the value is empty, and
	// both are where it would be, or the map is not exact, and they are Start
	// and End.
	first, last int
}

// scalarRun maps adjacent bytes of the decoded value to raw ones. In a whole
// run, such as an escape, the raw characters represent the decoded bytes
// together; in any other run both are the same bytes.
type scalarRun struct {
	text, raw         int32 // where the run begins in the value and in the holder
	textSize, rawSize int32
	whole             bool
}

// offset returns the holder's byte offset of the decoded byte i, which counts
// from 0 to the length of the value. A character written as an escape begins at
// its backslash; one after an indentation begins at itself.
func (s scalarText) offset(i int) int {
	if len(s.runs) == 0 {
		return s.first
	}
	i = max(i, 0)
	if i >= s.size() {
		return s.endOffset(i)
	}
	run := s.runAt(i)
	if run.whole {
		return int(run.raw)
	}
	return int(run.raw) + i - int(run.text)
}

// endOffset returns the holder's offset just after the decoded text value[:i]:
// after the whole escape of its last character, and after a line break rather
// than after the indentation that follows.
func (s scalarText) endOffset(i int) int {
	if len(s.runs) == 0 {
		return s.last
	}
	if i <= 0 {
		return s.offset(0)
	}
	i = min(i, s.size())
	run := s.runAt(i - 1)
	if run.whole {
		return int(run.raw + run.rawSize)
	}
	return int(run.raw) + i - int(run.text)
}

// size returns the length of the decoded value.
func (s scalarText) size() int {
	last := s.runs[len(s.runs)-1]
	return int(last.text + last.textSize)
}

// runAt returns the run that contains the decoded byte i, which must be in
// range.
func (s scalarText) runAt(i int) scalarRun {
	behind := sort.Search(len(s.runs), func(k int) bool { return int(s.runs[k].text) > i })
	return s.runs[behind-1]
}

// readScalar finds the scalar of node in text, where at is the byte offset of
// the node's line and column; an anchor or a tag may come first.
//
// It decodes the raw characters again and compares: exact is false if the
// result is not node.Value. Then Start is right, End is a guess, and every
// offset is one of the two. A node that is not a scalar is never exact.
func readScalar(text string, at int, node *yaml.Node) (s scalarText, exact bool) {
	start := skipProperties(text, at, node)
	if node == nil || node.Kind != yaml.ScalarNode {
		return unmapped(start, start), false
	}
	switch {
	case node.Style&yaml.DoubleQuotedStyle != 0:
		return readDoubleQuoted(text, start, node.Value)
	case node.Style&yaml.SingleQuotedStyle != 0:
		return readSingleQuoted(text, start, node.Value)
	case node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return readBlock(text, start, node.Value)
	default:
		return readPlain(text, start, node.Value)
	}
}

// unmapped returns a scalar of which only the ends are known.
func unmapped(start, end int) scalarText {
	return scalarText{Start: start, End: end, first: start, last: end}
}
