package manifest

import "fmt"

// Broken is a document that is not a mapping, or that cannot be read at all.
type Broken struct {
	File *File
	// At is where reading stopped. Column is 1 where only the line is known.
	At Pos
	// Message says what is wrong, in lower case.
	Message string
	// Text is the document as written in the file.
	Text string
	// Templated reports whether it contains template marks, the first one at
	// Mark: it has to be rendered before it can be read.
	Templated bool
	Mark      Pos
	// Expands reports whether its aliases expand it beyond a limit.
	Expands bool
	// Source names the template that the document comes from according to a
	// rendered stream, "" elsewhere.
	Source string

	start int // of Text in the file
}

// addBroken records a document that cannot be read, at a byte offset of the
// text.
func (f *File) addBroken(c chunk, at int, message string) *Broken {
	broken := &Broken{File: f, At: f.Pos(at), Message: message, Text: f.Text[c.start:c.end], start: c.start}
	f.Broken = append(f.Broken, broken)
	return broken
}

// Extent returns the span of the file that the document occupies.
func (b *Broken) Extent() Span { return b.File.Span(b.start, b.start+len(b.Text)) }

// addUnparsable records a document that the YAML parser rejects. It is
// marked as templated if it parses once its template expressions are replaced
// by plain words, or if some of its lines are nothing but template control.
func (f *File) addUnparsable(c chunk, err error) *Broken {
	text := f.Text[c.start:c.end]
	message, line := syntaxFault(text, err, &f.searchedBytes)
	start := c.start + lineOffset(text, line)
	broken := f.addBroken(c, start, message)
	mark, control := firstMark(text)
	if mark < 0 {
		return broken
	}
	if _, err := parseYAML(neutralise(text)); err == nil || control {
		broken.Templated, broken.Mark = true, f.Pos(c.start+mark)
	}
	return broken
}

// TooLarge returns a file that exceeds the limit: it contains one broken
// document. data is its beginning.
func TooLarge(path string, data []byte, limit int) *File {
	file := NewFile(path, data)
	file.addBroken(chunk{0, len(file.Text)}, 0, fmt.Sprintf("the file is larger than the limit of %s (--limit file-size)", size(limit)))
	return file
}
