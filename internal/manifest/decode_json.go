package manifest

import "strings"

// decodeJSON reads one or more JSON values, as kubectl does with a stream that
// begins with a brace. If not even the first value is JSON, it returns the
// error and leaves the chunk to the YAML parser.
func (f *File) decodeJSON(c chunk) *jsonError {
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
		node, fault := reader.value()
		switch {
		case fault != nil && first:
			return fault
		case fault != nil:
			f.addBroken(chunk{start, c.end}, f.root.offset(fault.Line, fault.Column), fault.message)
			return nil
		}
		value := chunk{start, reader.at}
		if !first && f.isWanted(value) && !f.countDocument(value) {
			return nil
		}
		f.accept(value, node)
	}
}
