package render

import "bytes"

// limited is a buffer that drops what is beyond its limit.
type limited struct {
	bytes.Buffer
	limit int
	cut   bool
}

func (l *limited) Write(data []byte) (int, error) {
	keep := data
	if room := l.limit - l.Len(); len(data) > room {
		keep, l.cut = data[:room], true
	}
	l.Buffer.Write(keep)
	return len(data), nil
}
