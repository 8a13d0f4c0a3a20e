package manifest

import (
	"fmt"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// jsonError says where a text stopped being JSON. Line and Column count from 1,
// columns in code points. The message is worded as in encoding/json, whose
// errors kubectl prints.
type jsonError struct {
	Line, Column int
	message      string
}

func (e *jsonError) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.message)
}

// jsonDepth is how deeply collections may nest: as deeply as encoding/json
// allows.
const jsonDepth = 10000

// jsonReader reads JSON values from a text, one after the other, into the nodes
// that a YAML parser would return. Unlike a YAML parser it knows \/ and
// surrogate pairs, and accepts nothing that is not JSON (RFC 8259).
type jsonReader struct {
	text  string
	at    int // byte offset of what is read next
	depth int
	place jsonPlace
}

func newJSONReader(text string, at int) *jsonReader {
	return &jsonReader{
		text:  text,
		at:    at,
		place: jsonPlace{text: text, line: 1, column: 1},
	}
}

// readJSON reads the first value of a text, after white space. end is the
// offset just after the value, or where reading stopped; what follows is not
// examined. Duplicate keys are kept.
func readJSON(text string) (node *yaml.Node, end int, err error) {
	r := newJSONReader(text, 0)
	node, fault := r.value()
	if fault != nil {
		return nil, r.at, fault
	}
	return node, r.at, nil
}

// value reads the next value, after white space.
func (r *jsonReader) value() (*yaml.Node, *jsonError) {
	c, ok := r.next()
	if !ok {
		return nil, r.cutOff()
	}
	switch {
	case c == '{':
		return r.collection(yaml.MappingNode, "!!map", '}', r.member)
	case c == '[':
		return r.collection(yaml.SequenceNode, "!!seq", ']', r.element)
	case c == '"':
		return r.str()
	case c == '-' || isDigit(c):
		return r.number()
	case c == 't':
		return r.literal("true", "!!bool")
	case c == 'f':
		return r.literal("false", "!!bool")
	case c == 'n':
		return r.literal("null", "!!null")
	}
	return nil, r.invalid("looking for beginning of value")
}

// next returns the next character that is not white space, without consuming
// it.
func (r *jsonReader) next() (c byte, ok bool) {
	for ; r.at < len(r.text); r.at++ {
		switch c = r.text[r.at]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c, true
		}
	}
	return 0, false
}

// scalar returns the node of the characters from start to the current offset.
func (r *jsonReader) scalar(start int, tag string) *yaml.Node {
	node := r.node(yaml.ScalarNode, start, tag)
	node.Value = r.text[start:r.at]
	return node
}

func (r *jsonReader) node(kind yaml.Kind, start int, tag string) *yaml.Node {
	line, column := r.place.of(start)
	return &yaml.Node{Kind: kind, Tag: tag, Line: line, Column: column}
}
