package manifest

import "fmt"

// Broken is a document that is no mapping, or cannot be read at all.
type Broken struct {
	File *File
	// At is where reading stopped. Column is 1 where only the line is known.
	At Pos
	// Message says what is wrong, in lower case.
	Message string
	// Text is the document as it stands in the file.
	Text string
	// Templated tells that template marks stand in it, the first one at Mark:
	// it has to be rendered before it can be read.
	Templated bool
	Mark      Pos
	// Expands tells that its aliases make more of it than a limit allows.
	Expands bool
	// Source names the template that a rendered stream says the document comes
	// from, "" elsewhere.
	Source string

	start int // of Text in the file
}

// breakAt records a document that cannot be read, at a byte offset of the text.
func (f *File) breakAt(c chunk, at int, message string) *Broken {
	broken := &Broken{File: f, At: f.Pos(at), Message: message, Text: f.Text[c.start:c.end], start: c.start}
	f.Broken = append(f.Broken, broken)
	return broken
}

// Extent is the stretch of the file that the document takes.
func (b *Broken) Extent() Span { return b.File.Span(b.start, b.start+len(b.Text)) }

// breakTemplatedOr records a document that the YAML parser refuses. It is
// called templated when it parses once its template expressions are taken for
// plain words, or when lines of it are nothing but template control.
func (f *File) breakTemplatedOr(c chunk, err error) *Broken {
	text := f.Text[c.start:c.end]
	message, line := syntaxFault(text, err, &f.searched)
	start := c.start + lineOffset(text, line)
	broken := f.breakAt(c, start, message)
	mark, control := firstMark(text)
	if mark < 0 {
		return broken
	}
	if _, err := parseYAML(neutralise(text)); err == nil || control {
		broken.Templated, broken.Mark = true, f.Pos(c.start+mark)
	}
	return broken
}

// TooLarge is a file that is longer than the limit: it holds one broken
// document. data is its beginning.
func TooLarge(path string, data []byte, limit int) *File {
	file := NewFile(path, data)
	file.breakAt(chunk{0, len(file.Text)}, 0, fmt.Sprintf("the file is larger than the limit of %s (--limit file-size)", size(limit)))
	return file
}
