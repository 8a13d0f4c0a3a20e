package manifest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// Reader reads files into one buffer that it keeps. It is not safe for
// concurrent use.
type Reader struct {
	Limit  int // in bytes; a longer file is cut off after it
	buffer []byte
}

// Read returns the bytes of a file; they are overwritten by the next Read. More
// than Limit bytes mean that the file is longer.
func (r *Reader) Read(path string) ([]byte, error) {
	data, err := readInto(path, r.buffer, r.Limit)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", path, TrimPath(err))
	}
	if cap(data) > len(r.buffer) && cap(data) <= maxKeptBuffer {
		r.buffer = data[:cap(data)]
	}
	return data, nil
}

// TrimPath returns what the system says about a file, for an error that
// names the file itself.
func TrimPath(err error) error {
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.As(err, &pathErr):
		return pathErr.Err
	case errors.As(err, &linkErr): // of a renaming
		return linkErr.Err
	}
	return err
}

// maxKeptBuffer limits the buffer that a Reader keeps after a large file.
const maxKeptBuffer = 4 << 20

// ReadLines returns the lines of a file as positions count them: decoded,
// without a byte order mark and without line ends. At most limit+1 bytes of the
// file are read.
func ReadLines(path string, limit int) ([]string, error) {
	data, err := readInto(path, nil, limit)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", path, TrimPath(err))
	}
	text, _ := decodeText(data)
	return SplitLines(text), nil
}

// SplitLines returns the lines of a text, without line ends.
func SplitLines(text string) []string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	return lines
}
