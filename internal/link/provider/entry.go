package provider

import "example.com/mxlint/internal/manifest"

// entryReader reads the fields of one mapping of objects.
type entryReader struct {
	*reading
	rows []row
	at   manifest.Path // the mapping
	// same compares a written name with one of the table.
	same func(written, name string) bool
	// decode converts a value to text, or returns what stops the decoder; a problem without
	// a kind is one of the field.
	decode func(row *row, value *member) (field Field, problem *Problem)
	// optional reports whether a required row may be missing here.
	optional func(row *row, fields map[string]Field) bool
	// before is the number of problems before this mapping.
	before int
}

// read returns the fields by their names in the table. It includes fields with a
// problem if their value is known.
func (e *entryReader) read(list []member) map[string]Field {
	fields := make(map[string]Field, len(e.rows))
	faulty := map[string]bool{}
	e.before = len(e.result.Problems)
	for i := range list {
		if row := e.fieldRow(list[i].name); row != nil && !e.take(row, &list[i], fields) {
			faulty[row.Name] = true
		}
	}
	e.unreadFields(list, fields)
	for i := range e.rows {
		row := &e.rows[i]
		if !faulty[row.Name] && e.check(row, fields) && len(list) == 0 {
			break // an empty entry is a single fault
		}
	}
	return fields
}

func (e *entryReader) fieldRow(name string) *row {
	for i := range e.rows {
		if e.same(name, e.rows[i].Name) {
			return &e.rows[i]
		}
	}
	return nil
}

func (e *entryReader) take(row *row, member *member, fields map[string]Field) bool {
	field, problem := e.decode(row, member)
	field.Pointer, field.Key = member.pointer, member.name
	if problem != nil && (problem.Fault == FaultType || problem.Fault == FaultDuplicate) {
		field.Set, field.Unknown = true, true // reported here; what was meant is unknown
	}
	if old := fields[row.Name]; !old.Set || field.Set {
		fields[row.Name] = field
	}
	if problem == nil {
		return true
	}
	if problem.Kind == "" {
		problem.Kind, problem.Pointer, problem.Name = KindObjectField, member.pointer, member.name
	}
	e.report(*problem)
	return false
}
