package manifest

import (
	"fmt"
	"sort"
	"strings"
)

// NewFile returns a file whose text is decoded but whose documents are not
// read.
func NewFile(path string, data []byte) *File {
	text, encoding := decodeText(data)
	return &File{Path: path, Text: text, Encoding: encoding}
}

// Decode reads the documents of one file. wanted is called with each document's
// text and reports whether it has to be read; the others are set aside for
// Rest. No data makes Decode fail: what cannot be read is in File.Broken.
func Decode(path string, data []byte, limits Limits, wanted func(text string) bool) *File {
	file := NewFile(path, data)
	file.limits, file.wanted = limits, wanted
	file.prepare()
	for _, c := range split(file.Text) {
		if wanted != nil && !wanted(file.Text[c.start:c.end]) {
			file.unread = append(file.unread, c)
			continue
		}
		if !file.countDocument(c) {
			break
		}
		file.decodeChunk(c)
	}
	file.sort()
	return file
}

// isWanted reports whether a value of a JSON stream counts as a document to be
// read: one between YAML separators would be set aside otherwise.
func (f *File) isWanted(c chunk) bool { return f.wanted == nil || f.wanted(f.Text[c.start:c.end]) }

// countDocument counts a document to be read, and reports whether it is within
// the limit; the first one beyond it is broken.
func (f *File) countDocument(c chunk) bool {
	f.docCount++
	if f.docCount == f.limits.Documents+1 {
		rest := chunk{start: c.start, end: len(f.Text)} // the documents after it are unknown too
		f.addBroken(rest, c.start, fmt.Sprintf("it and those behind it are beyond the %d documents of a file that are read (--limit documents)", f.limits.Documents))
	}
	return f.docCount <= f.limits.Documents
}

// maxRestBytes limits how much Rest reads of one file.
const maxRestBytes = 8 << 20

// Rest reads the documents that Decode set aside, to find those that cannot be
// read: they are added to Broken, the others are not kept. wanted is called
// with each document's text; nil wants all. Rest returns how many bytes of a
// very large file were left unread.
func (f *File) Rest(wanted func(text string) bool) (unread int) {
	docs, budget := f.Docs, maxRestBytes
	f.wanted = func(string) bool { return false } // nothing is kept, so nothing counts
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
		f.decodeChunk(c)
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

func (f *File) decodeChunk(c chunk) {
	text := f.Text[c.start:c.end]
	if len(text) > f.limits.DocumentBytes {
		f.addBroken(c, c.start, fmt.Sprintf("the document has %d bytes, more than the limit of %s (--limit document-size)", len(text), size(f.limits.DocumentBytes)))
		return
	}
	if separators(text) > separatorsPerValue*f.limits.Expansion {
		f.addBroken(c, c.start, fmt.Sprintf("the document has more than %d values (--limit values)", f.limits.Expansion))
		return
	}
	if at, message := badCharacter(text); at >= 0 {
		f.addBroken(c, c.start+at, message)
		return
	}
	first := strings.TrimLeft(strings.TrimPrefix(text, byteOrderMark), " \t\r\n")
	var notJSON *jsonError
	if strings.HasPrefix(first, "{") {
		if notJSON = f.decodeJSON(c); notJSON == nil {
			return
		}
	}
	f.decodeYAML(c, notJSON)
}

// separatorsPerValue is how many separators a document may have for each value
// that it is allowed. A document of nothing but separators would take hundreds
// of bytes for each of them before its values are counted.
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
