package provider

import (
	"strconv"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// checkParameter checks a value that the provider reads against its form.
func (r *reading) checkParameter(p *Parameter) {
	row := r.table.parameter(p.Name)
	if row == nil || r.result.Parameters[row.Name].Key != p.Name {
		return
	}
	field := r.result.Parameters[row.Name]
	if field.Unknown {
		return
	}
	expected, says, fits := row.misfit(field.Value)
	if fits {
		return
	}
	problem := Problem{Kind: KindParameter, Fault: FaultForm, Pointer: field.Pointer, Name: p.Name, Text: field.Value, Expected: expected, Says: says}
	if row.Lenient || row.Form == formRegion && r.otherRegion(row.Name) {
		problem.Tolerated = true
	}
	r.report(problem)
}

// reportNone reports once that there are no parameters, whatever is required: the
// driver itself rejects such a class, before it calls any provider.
func (r *reading) reportNone() {
	problem := Problem{Kind: KindParameter, Fault: FaultNone, Part: manifest.Key, Name: "parameters", Says: "parameters not set"}
	var required []string
	for i := range r.table.Parameters {
		if row := &r.table.Parameters[i]; row.Required {
			required = append(required, strconv.Quote(row.Name))
		}
	}
	problem.Expected = strings.Join(required, " and ")
	r.report(problem)
}

// otherRegion reports whether aws can fall back to another region than the named one.
func (r *reading) otherRegion(name string) bool {
	return name != "region" || r.result.Parameters["failoverRegion"].Has()
}

// checkPresence reports a required parameter that is missing or empty.
func (r *reading) checkPresence(row *row) {
	field, present := r.result.Parameters[row.Name]
	switch {
	case !present:
		r.report(Problem{Kind: KindParameter, Fault: FaultMissing, Part: manifest.Key, Name: row.Name, Says: row.Says})
	case field.Unknown || field.Near:
	case field.Value == "" || row.Name == "objects" && strings.TrimSpace(field.Value) == "":
		r.report(Problem{Kind: KindParameter, Fault: FaultEmpty, Pointer: field.Pointer, Name: field.Key, Says: row.Says})
	}
}
