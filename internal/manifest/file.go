package manifest

import "sync"

// File is one file, or one stream, that was read.
type File struct {
	// Path is the file's name as given, cleaned, with forward slashes.
	Path string
	// Text holds the characters, without a byte order mark at the start.
	Text     string
	Encoding Encoding
	// Docs are the documents that were decoded, in order; a List is replaced by
	// its items.
	Docs []*Doc
	// Broken are the documents that could not be read.
	Broken []*Broken

	limits        Limits                 // that applied when it was decoded
	wanted        func(text string) bool // nil: all
	docCount      int                    // documents that were read, or would have been
	searchedBytes int                    // bytes parsed to find the lines of faults
	unread        []chunk                // documents that mention nothing of interest
	once          sync.Once
	root          *holder
	lines         *lines
}

func (f *File) prepare() {
	f.once.Do(func() {
		f.lines = editorLines(f.Text)
		f.root = &holder{text: f.Text, plain: f.lines}
	})
}

// Pos returns the position of a byte offset of Text; an offset beyond the end
// is treated as the end.
func (f *File) Pos(offset int) Pos {
	f.prepare()
	return f.lines.pos(max(0, min(offset, len(f.Text))))
}

// PosIn returns the position of a byte offset in a text, counted as by
// File.Pos.
func PosIn(text string, offset int) Pos {
	return editorLines(text).pos(max(0, min(offset, len(text))))
}

// Line returns a line of Text without its end, counted from 1; an empty string
// if there is none.
func (f *File) Line(number int) string {
	f.prepare()
	if number < 1 || number > f.lines.count() {
		return ""
	}
	end := len(f.Text)
	if number < f.lines.count() {
		end = f.lines.start(number+1) - 1
	}
	line := f.Text[f.lines.start(number):end]
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line
}

// Offset returns the byte offset in Text of a position; it is the inverse of
// Pos.
func (f *File) Offset(pos Pos) int {
	f.prepare()
	return f.lines.offset(pos.Line, pos.Column)
}

// Span returns the span of a range of Text, in bytes.
func (f *File) Span(start, end int) Span {
	return Span{Path: f.Path, Start: f.Pos(start), End: f.Pos(max(start, end))}
}
