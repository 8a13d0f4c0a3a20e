package access

// Text returns the characters of the file, for comments in it to be read.
func (f *File) Text() string { return f.source.Text }
