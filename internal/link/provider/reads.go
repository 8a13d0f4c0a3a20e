package provider

import "slices"

// Meant returns the parameter of the named provider that one of this name is, or
// is a slip of; "" for none.
func (t *Tables) Meant(name, parameter string) string {
	if t.Reads(name, parameter) {
		return parameter
	}
	if table := t.providers[name]; table != nil {
		if row := meant(parameter, table.Parameters); row != nil {
			return row.Name
		}
	}
	return ""
}

// Reads tells whether the named provider reads a parameter of this name.
func (t *Tables) Reads(name, parameter string) bool {
	table := t.providers[name]
	return table != nil && slices.ContainsFunc(table.Parameters, func(r row) bool {
		return r.Name == parameter || slices.Contains(r.Also, parameter)
	})
}
