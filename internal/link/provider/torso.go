package provider

// readTorsos finds the objects that are nothing but the field that names them,
// as when the first line of an entry was doubled: all that such a one lacks is
// one problem.
func (r *reading) readTorsos() {
	for i := range r.result.Objects {
		object := &r.result.Objects[i]
		if len(object.Fields) != 1 {
			continue
		}
		for j := range r.result.Problems {
			if p := &r.result.Problems[j]; p.Fault == FaultMissing && p.Pointer == object.Pointer {
				object.Torso = true
				p.With = append(p.With, r.wanted()...)
			}
		}
	}
}

// wanted are the fields without which an object is not what was meant, although
// the provider takes it.
func (r *reading) wanted() (names []string) {
	for i := range r.table.Fields {
		if row := &r.table.Fields[i]; row.Wanted && !row.Required && row.Form != formList {
			names = append(names, row.Name)
		}
	}
	return names
}
