package manifest

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Limits bound what is read; a document beyond one is broken, and says so.
type Limits struct {
	FileBytes     int // of one file
	DocumentBytes int // of one document
	Documents     int // in one file
	Expansion     int // values of one document after aliases are expanded
}

// DefaultLimits are far beyond what a cluster would store: etcd takes about
// 1.5 MiB for one object.
func DefaultLimits() Limits {
	return Limits{FileBytes: 64 << 20, DocumentBytes: 8 << 20, Documents: 200_000, Expansion: 200_000}
}

// Decode reads the documents of one file. wanted is asked for each document's
// text whether it has to be read; the others are kept aside for Rest. Nothing
// that stands in the data makes Decode fail: what cannot be read is in
// File.Broken.
func Decode(path string, data []byte, limits Limits, wanted func(text string) bool) *File {
	text, encoding := decodeText(data)
	file := &File{Path: path, Text: text, Encoding: encoding}
	file.prepare()
	for n, c := range split(text) {
		if n >= limits.Documents {
			file.breakAt(c, c.start, fmt.Sprintf("the file holds more than %d documents", limits.Documents))
			break
		}
		if wanted != nil && !wanted(text[c.start:c.end]) {
			file.unread = append(file.unread, c)
			continue
		}
		file.decodeChunk(c, limits)
	}
	file.sort()
	return file
}

// Rest reads the documents that Decode left aside.
func (f *File) Rest(limits Limits) {
	for _, c := range f.unread {
		f.decodeChunk(c, limits)
	}
	if f.unread != nil {
		f.unread = nil
		f.sort()
	}
}

func (f *File) sort() {
	sort.SliceStable(f.Docs, func(i, j int) bool { return f.Docs[i].Start < f.Docs[j].Start })
	sort.SliceStable(f.Broken, func(i, j int) bool { return f.Broken[i].At.Before(f.Broken[j].At) })
	for i, doc := range f.Docs {
		doc.Index = i
	}
}

func (f *File) decodeChunk(c chunk, limits Limits) {
	text := f.Text[c.start:c.end]
	if len(text) > limits.DocumentBytes {
		f.breakAt(c, c.start, fmt.Sprintf("the document has %d bytes, more than the limit of %d", len(text), limits.DocumentBytes))
		return
	}
	if at, message := badCharacter(text); at >= 0 {
		f.breakAt(c, c.start+at, message)
		return
	}
	first := strings.TrimLeft(strings.TrimPrefix(text, byteOrderMark), " \t\r\n")
	var notJSON error
	if strings.HasPrefix(first, "{") {
		if notJSON = f.decodeJSON(c, limits); notJSON == nil {
			return
		}
	}
	f.decodeYAML(c, notJSON, limits)
}

// decodeJSON reads one or several JSON values, as kubectl does with a stream
// that begins with a brace. Where not even the first value is JSON it returns
// the error and leaves the chunk to the YAML parser.
func (f *File) decodeJSON(c chunk, limits Limits) error {
	reader := newJSONReader(f.Text[:c.end], c.start)
	for first := true; ; first = false {
		for reader.at < c.end && strings.IndexByte(" \t\r\n", f.Text[reader.at]) >= 0 {
			reader.at++
		}
		start := reader.at
		if start >= c.end {
			return nil
		}
		node, err := reader.value()
		switch {
		case err != nil && first:
			return err
		case err != nil:
			f.breakAt(chunk{start, c.end}, f.jsonOffset(err, start), jsonMessage(err))
			return nil
		}
		f.accept(chunk{start, reader.at}, node, limits)
	}
}

// jsonOffset returns where reading a JSON value stopped.
func (f *File) jsonOffset(err error, start int) int {
	var fault *jsonError
	if errors.As(err, &fault) {
		return f.root.offset(fault.Line, fault.Column)
	}
	return start
}

func jsonMessage(err error) string {
	var fault *jsonError
	if errors.As(err, &fault) {
		return fault.message
	}
	return err.Error()
}

// decodeYAML reads one YAML document. notJSON is why a text that begins with a
// brace is no JSON: what is neither was most probably meant as JSON, and the
// JSON reader names the place, so its error is told.
func (f *File) decodeYAML(c chunk, notJSON error, limits Limits) {
	text := f.Text[c.start:c.end]
	node, err := parseYAML(text)
	if err != nil {
		broken := f.breakTemplatedOr(c, err)
		if notJSON != nil && !broken.Templated {
			broken.At, broken.Message = f.Pos(f.jsonOffset(notJSON, c.start)), jsonMessage(notJSON)
		}
		return
	}
	if node == nil {
		return
	}
	lines := f.root.lines
	if lines == nil {
		lines = parserLineStarts(f.Text)
		f.root.lines = lines
	}
	base := sort.SearchInts(lines, c.start+1) - 1
	shift(node, base, c.start-lines[base])
	f.accept(c, node, limits)
}

// parseYAML decodes exactly one document; nil stands for an empty one.
func parseYAML(text string) (*yaml.Node, error) {
	decoder := yaml.NewDecoder(strings.NewReader(text))
	var node yaml.Node
	if err := decoder.Decode(&node); err != nil {
		if err.Error() == "EOF" {
			return nil, nil
		}
		return nil, err
	}
	var rest yaml.Node
	if err := decoder.Decode(&rest); err == nil || err.Error() != "EOF" {
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

// shift moves the nodes of a document from its own lines to those of the file.
// Only its first line may begin within a line of the file, by a byte order mark.
func shift(node *yaml.Node, lines, bytes int) {
	if lines == 0 && bytes == 0 {
		return
	}
	if node.Line == 1 && bytes > 0 {
		node.Column++
	}
	node.Line += lines
	for _, child := range node.Content {
		shift(child, lines, bytes)
	}
}
