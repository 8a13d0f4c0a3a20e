package provider

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// reading is one call of Decode.
type reading struct {
	table      *table
	result     *Result
	parameters []Parameter
	// trims means that the provider trims the values of parameters.
	trims bool
	// entries are those of jmesPath (aws).
	entries []jmesEntry
}

func (r *reading) report(p Problem) {
	if p.Part == "" {
		p.Part = manifest.Value
	}
	r.result.Problems = append(r.result.Problems, p)
}

// readParameters fills Result.Parameters and reports what the provider does not read,
// and values of the wrong form. needed returns the parameters without which the mount
// fails, besides those that the table says are required.
func (r *reading) readParameters(needed func(map[string]Field) []string) {
	if len(r.parameters) == 0 {
		r.reportNone()
		return
	}
	fields := r.result.Parameters
	for i := range r.parameters {
		r.readKnown(&r.parameters[i])
	}
	required := needed(fields)
	for i := range r.table.Parameters {
		if row := &r.table.Parameters[i]; row.Required {
			required = append(required, row.Name)
		}
	}
	absent := absentRows(r.table.Parameters, fields)
	for i := range r.parameters {
		r.unreadParameter(&r.parameters[i], absent, required)
	}
	for i := range r.parameters {
		r.checkParameter(&r.parameters[i])
	}
	for i := range r.table.Parameters {
		if row := &r.table.Parameters[i]; row.Required {
			r.checkPresence(row)
		}
	}
}

// readKnown reads a parameter that the provider reads. The table's own spelling wins
// over an older one, if it has a value.
func (r *reading) readKnown(p *Parameter) {
	row := r.table.parameter(p.Name)
	if row == nil {
		return
	}
	field := r.field(p, row.Name)
	old, present := r.result.Parameters[row.Name]
	switch {
	case present && p.Name != row.Name && old.Has():
		old.Passed = field.Pointer
		field = old
	case present && p.Name == row.Name && old.Key != row.Name && !field.Has():
		return
	case present && p.Name == row.Name && old.Key != row.Name:
		field.Passed = old.Pointer
	}
	r.result.Parameters[row.Name] = field
}

// field returns the parameter, read as the one with this name.
func (r *reading) field(p *Parameter, name string) Field {
	value := p.Value
	if r.trims {
		value = strings.TrimSpace(value)
	}
	unknown := p.Unknown
	if name == "objects" {
		// Marks inside a list are checked one by one.
		unknown = unknown || wholeMark(strings.TrimSpace(p.Value))
	} else {
		unknown = unknown || manifest.Unknown(p.Value)
	}
	return Field{Value: value, Pointer: manifest.Path("").Key(p.Name), Key: p.Name, Unknown: unknown, Set: true}
}

// substitutes treats a list or map, such as that below `array:` without its
// indentation, as the parameter that its name means, if that has no value.
func (r *reading) substitutes(p *Parameter) bool {
	row := meant(p.Name, r.table.Parameters)
	if row == nil {
		return false
	}
	if field := r.result.Parameters[row.Name]; !field.Has() {
		field.Unknown = true
		r.result.Parameters[row.Name] = field
	}
	return true
}

// unreadParameter reports a parameter that the provider does not read; near an absent
// one, it counts as that.
func (r *reading) unreadParameter(p *Parameter, absent []row, required []string) {
	if r.table.parameter(p.Name) != nil || p.Collection && r.substitutes(p) {
		return
	}
	problem := Problem{Kind: KindUnknownParameter, Fault: FaultUnread, Pointer: manifest.Path("").Key(p.Name), Part: manifest.Key, Tolerated: true, Name: p.Name, Says: "the provider does not read it"}
	row := meant(p.Name, absent)
	if row == nil {
		if row = meant(p.Name, r.table.Parameters); row != nil {
			problem.Nearest = row.Name
		}
		r.report(problem)
		return
	}
	problem.Nearest = row.Name
	if _, taken := r.result.Parameters[row.Name]; !taken {
		field := r.field(p, row.Name)
		field.Near = true
		r.result.Parameters[row.Name] = field
		if slices.Contains(required, row.Name) {
			problem.Fault, problem.Tolerated = FaultInstead, false
			if row.Says != "" {
				problem.Says = row.Says
			}
		}
	}
	r.report(problem)
}
