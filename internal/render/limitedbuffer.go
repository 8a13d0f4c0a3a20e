package render

import "bytes"

// limitedBuffer keeps what is written to it up to a limit, and drops the rest.
// The buffer is not embedded: io.Copy would fill it with its ReadFrom, beyond
// the limit.
type limitedBuffer struct {
	buffer bytes.Buffer
	limit  int
	cut    bool
}

func (l *limitedBuffer) Write(data []byte) (int, error) {
	keep := data
	if room := l.limit - l.buffer.Len(); len(data) > room {
		keep, l.cut = data[:room], true
	}
	l.buffer.Write(keep)
	return len(data), nil
}
