package manifest

import (
	"errors"
	"strings"
)

// decodeJSON reads one or several JSON values, as kubectl does with a stream
// that begins with a brace. Where not even the first value is JSON it returns
// the error and leaves the chunk to the YAML parser.
func (f *File) decodeJSON(c chunk, limits Limits) error {
	reader := newJSONReader(f.Text[:c.end], c.start)
	pos := f.root.parserLines().pos(c.start)
	reader.place = jsonPlace{text: reader.text, at: c.start, line: pos.Line, column: pos.Column}
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
