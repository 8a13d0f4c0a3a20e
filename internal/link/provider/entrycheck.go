package provider

// check reports a required field that is missing or empty, and a value of the wrong
// form.
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
		if row.Aliased != "" && fields["objectAlias"].Has() {
			problem.Says = row.Aliased
		}
		if present {
			problem.Fault, problem.Pointer = FaultEmpty, field.Pointer
		}
		if problem.Fault == FaultMissing && e.addMissing(row.Name) {
			return true
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
	// A number that YAML 1.1 changes may have been right as written.
	if _, _, right := row.misfit(field.Written); right && field.Written != "" {
		problem.Nearest = field.Written
	}
	if row.Form == formOctal {
		problem.Tolerated = true
	}
	e.report(problem)
	return true
}

// addMissing adds a field to the problem that the entry already lacks another one: a
// half-written entry is a single fault.
func (e *entryReader) addMissing(name string) bool {
	for i := e.before; i < len(e.result.Problems); i++ {
		if p := &e.result.Problems[i]; p.Kind == KindObjectField && p.Fault == FaultMissing && p.Pointer == e.at {
			p.With = append(p.With, name)
			return true
		}
	}
	return false
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
