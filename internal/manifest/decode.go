package manifest

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Decode reads the documents of one file. wanted is asked for each document's
// text whether it has to be read; the others are kept aside for Rest. Nothing
// that stands in the data makes Decode fail: what cannot be read is in
// File.Broken.
func Decode(path string, data []byte, limits Limits, wanted func(text string) bool) *File {
	text, encoding := decodeText(data)
	file := &File{Path: path, Text: text, Encoding: encoding}
	file.prepare()
	read := 0
	for _, c := range split(text) {
		if wanted != nil && !wanted(text[c.start:c.end]) {
			file.unread = append(file.unread, c)
			continue
		}
		if read++; read > limits.Documents {
			file.breakAt(c, c.start, fmt.Sprintf("it and those behind it are beyond the %d documents of a file that are read (--limit documents)", limits.Documents))
			break
		}
		file.decodeChunk(c, limits)
	}
	file.sort()
	return file
}

// restBytes bounds how much Rest reads of one file.
const restBytes = 8 << 20

// Rest reads the documents that Decode left aside, to find those that cannot
// be read: they join Broken, the others are not kept. wanted is asked for each
// document's text; nil wants all. It returns how many bytes of a very large
// file were left unread.
func (f *File) Rest(limits Limits, wanted func(text string) bool) (unread int) {
	docs, budget := f.Docs, restBytes
	var left []chunk
	for _, c := range f.unread {
		if wanted != nil && !wanted(f.Text[c.start:c.end]) {
			left = append(left, c)
			continue
		}
		if budget -= c.end - c.start; budget < 0 {
			unread += c.end - c.start
			continue
		}
		f.decodeChunk(c, limits)
		f.Docs = docs
	}
	if len(left) < len(f.unread) {
		f.sort()
	}
	f.unread = left
	return unread
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
		f.breakAt(c, c.start, fmt.Sprintf("the document has %d bytes, more than the limit of %s (--limit document-size)", len(text), size(limits.DocumentBytes)))
		return
	}
	if separators(text) > separatorsPerValue*limits.Expansion {
		f.breakAt(c, c.start, fmt.Sprintf("the document has more than %d values (--limit values)", limits.Expansion))
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

// separatorsPerValue is how many separators a document may have for each value
// that it is allowed. What was made of nothing but separators would take
// hundreds of bytes for each of them before its values are counted.
const separatorsPerValue = 3

// separators counts the characters between values.
func separators(text string) int {
	count := 0
	for i := range len(text) {
		switch text[i] {
		case ',', ':', '\n', '[', '{':
			count++
		}
	}
	return count
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
	start := c.start + leadingMark(f.Text[c.start:c.end])
	node, err := parseYAML(f.Text[start:c.end])
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
	lines := f.root.parserLines()
	columns := 0
	if strings.HasPrefix(f.Text[start:c.end], byteOrderMark) {
		columns = 1 // the parser does not count it
	}
	shift(node, lines.line(start)-1, columns)
	f.accept(c, node, limits)
}

// leadingMark returns the offset of a byte order mark that stands behind the
// marker of a document: files with one were joined. It is 0 where there is
// none. Readers that cut a stream into documents do not take it for content.
func leadingMark(text string) int {
	end, next := lineEnd(text, 0)
	if marks(strings.TrimPrefix(text[:end], byteOrderMark), "---") && !hasContent(text[3:end]) && strings.HasPrefix(text[next:], byteOrderMark) {
		return next
	}
	return 0
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

// shift moves the nodes of a document from its own lines to those of the file,
// and those on its first line by some columns.
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
