package provider

import "example.com/mxlint/internal/manifest"

// findNameOnly finds the objects that only have the field that names them, as when the
// first line of an entry was doubled: all that such an object lacks is one problem.
func (r *reading) findNameOnly() {
	lacking := make(map[manifest.Path]*Problem)
	for i := range r.result.Problems {
		if p := &r.result.Problems[i]; p.Fault == FaultMissing {
			lacking[p.Pointer] = p
		}
	}
	if len(lacking) == 0 {
		return
	}
	wanted := r.wanted()
	for i := range r.result.Objects {
		object := &r.result.Objects[i]
		_, named := object.Fields["objectName"]
		if problem := lacking[object.Pointer]; problem != nil && named && len(object.Fields) == 1 {
			object.NameOnly = true
			problem.With = append(problem.With, wanted...)
		}
	}
}

// wanted returns the fields without which an object is not what was meant, although the
// provider accepts it.
func (r *reading) wanted() (names []string) {
	for i := range r.table.Fields {
		if row := &r.table.Fields[i]; row.Wanted && !row.Required && row.Form != formList {
			names = append(names, row.Name)
		}
	}
	return names
}
