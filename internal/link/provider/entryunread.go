package provider

import "example.com/mxlint/internal/manifest"

// unreadFields reports the fields that the provider does not read. One that is near an
// absent field counts as that field, and so does the only one if just one field is
// missing; it is an error if something is lost.
func (e *entryReader) unreadFields(list []member, fields map[string]Field) {
	var absent []row
	var others []*member
	for i := range list {
		member := &list[i]
		if e.fieldRow(member.name) != nil {
			continue
		}
		if absent == nil {
			absent = absentRows(e.rows, fields)
		}
		if row := meant(member.name, absent); row != nil {
			e.unread(member, row, fields, FaultInstead)
			continue
		}
		others = append(others, member)
	}
	for _, member := range others {
		row := meant(member.name, e.rows)
		// A misspelling of a field that is present cannot be any other field.
		misspelled := row != nil && !row.listsInstead(member.name)
		if lost := e.lost(fields, row != nil); len(others) == 1 && len(lost) == 1 && !misspelled {
			fault := FaultInstead
			if row == nil {
				fault = FaultStray
			}
			e.unread(member, lost[0], fields, fault)
			continue
		}
		problem := unreadField(member)
		if row != nil {
			problem.Nearest = row.Name
		}
		e.report(problem)
	}
}

// unread reports a field that counts as one that is read; fault says how, if something
// is lost. A stray one may contain anything: its value is not known to be the missing
// one.
func (e *entryReader) unread(member *member, row *row, fields map[string]Field, fault Fault) {
	problem := unreadField(member)
	problem.Nearest = row.Name
	if _, taken := fields[row.Name]; !taken {
		e.substitute(row, member, fields, &problem, fault)
	}
	e.report(problem)
}

func unreadField(member *member) Problem {
	return Problem{Kind: KindUnknownObjectField, Fault: FaultUnread, Pointer: member.pointer, Part: manifest.Key, Tolerated: true, Name: member.name, Says: "the provider does not read it"}
}

// lost returns the absent fields whose text is needed; if wanted is false, only those
// that the provider requires.
func (e *entryReader) lost(fields map[string]Field, wanted bool) (lost []*row) {
	for i := range e.rows {
		row := &e.rows[i]
		_, present := fields[row.Name]
		if !present && (wanted || row.Required) && row.Form != formList && row.Form != formMapping && e.isNeeded(row, fields) {
			lost = append(lost, row)
		}
	}
	return lost
}

// isNeeded reports whether something is lost without a field.
func (e *entryReader) isNeeded(row *row, fields map[string]Field) bool {
	return row.Wanted || row.Required && (e.optional == nil || !e.optional(row, fields))
}

func (e *entryReader) substitute(row *row, member *member, fields map[string]Field, problem *Problem, fault Fault) {
	field, trouble := e.decode(row, member)
	if trouble != nil {
		return // whatever it is, it cannot be what was meant
	}
	field.Pointer, field.Key, field.Near = member.pointer, member.name, true
	if e.isNeeded(row, fields) {
		problem.Fault, problem.Tolerated = fault, false
		field.Unknown = field.Unknown || fault == FaultStray
		if row.Says != "" {
			problem.Says = row.Says
		}
	}
	fields[row.Name] = field
}

// absentRows returns the rows of a table that are not written.
func absentRows[T any](rows []row, written map[string]T) []row {
	absent := []row{}
	for _, row := range rows {
		if _, present := written[row.Name]; !present {
			absent = append(absent, row)
		}
	}
	return absent
}
