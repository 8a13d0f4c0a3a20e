package provider

// check reports a required field that is missing or empty, and a value that is
// not of its form.
func (e *entryReader) check(row *row, fields map[string]Field) (reported bool) {
	field, present := fields[row.Name]
	if field.Near || field.Unknown {
		return false
	}
	if !field.Has() {
		if !row.Required || e.optional != nil && e.optional(row, fields) {
			return false
		}
		problem := Problem{Kind: KindObjectField, Fault: FaultMissing, Pointer: e.at, Name: row.Name, Says: row.Says}
		if present {
			problem.Fault, problem.Pointer = FaultEmpty, field.Pointer
		}
		if len(row.Values) > 0 {
			problem.Expected = alternatives(row.Values)
		}
		e.report(problem)
		return true
	}
	expected, says, fits := row.misfit(field.Value)
	if fits {
		return false
	}
	problem := Problem{Kind: KindObjectField, Fault: FaultForm, Pointer: field.Pointer, Name: field.Key, Text: field.Value, Expected: expected, Says: says}
	if near := meantValue(field.Value, row.Values); near != "" {
		problem.Nearest = near
	}
	if row.Form == formOctal {
		problem.Severity = SeverityWarning
	}
	e.report(problem)
	return true
}

func meantValue(written string, values []string) string {
	rows := make([]row, len(values))
	for i, value := range values {
		rows[i].Name = value
	}
	if row := meant(written, rows); row != nil {
		return row.Name
	}
	return ""
}
