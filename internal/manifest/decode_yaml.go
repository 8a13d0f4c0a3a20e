package manifest

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// decodeYAML reads one YAML document. notJSON is why a text that begins with a
// brace is not JSON. A text that is neither was most probably meant as JSON,
// and the JSON reader knows the exact place, so its error is the one reported.
func (f *File) decodeYAML(c chunk, notJSON *jsonError) {
	start := c.start + leadingMark(f.Text[c.start:c.end])
	node, err := parseYAML(f.Text[start:c.end])
	if err != nil {
		broken := f.addUnparsable(c, err)
		if notJSON != nil && !broken.Templated {
			broken.At, broken.Message = f.Pos(f.root.offset(notJSON.Line, notJSON.Column)), notJSON.message
		}
		return
	}
	if node == nil {
		return
	}
	lines := f.root.parserLines()
	columns := 0
	if strings.HasPrefix(f.Text[start:c.end], byteOrderMark) {
		columns = 1 // the parser does not count it
	}
	shift(node, lines.line(start)-1, columns)
	f.accept(c, node)
}

// leadingMark returns the offset of a byte order mark that follows the marker
// of a document, as in a file that was appended to another; 0 if there is none.
// Readers that split a stream into documents do not treat it as content.
func leadingMark(text string) int {
	end, next := lineEnd(text, 0)
	if marks(strings.TrimPrefix(text[:end], byteOrderMark), "---") && !hasContent(text[3:end]) && strings.HasPrefix(text[next:], byteOrderMark) {
		return next
	}
	return 0
}

// parseYAML decodes exactly one document; it returns nil for an empty one.
func parseYAML(text string) (*yaml.Node, error) {
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var node yaml.Node
	if err := decoder.Decode(&node); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		return nil, err
	}
	var rest yaml.Node
	if err := decoder.Decode(&rest); !errors.Is(err, io.EOF) {
		if err == nil {
			err = fmt.Errorf("yaml: line %d: another document begins without ---", rest.Line)
		}
		return nil, err
	}
	if node.Kind == yaml.DocumentNode {
		return node.Content[0], nil
	}
	return &node, nil
}

// shift moves the nodes of a document from its own lines to those of the file,
// and those on its first line by a number of columns.
func shift(node *yaml.Node, lines, columns int) {
	if lines == 0 && columns == 0 {
		return
	}
	if node.Line == 1 {
		node.Column += columns
	}
	node.Line += lines
	for _, child := range node.Content {
		shift(child, lines, columns)
	}
}
