package provider

import "slices"

// Meant returns the parameter of the named provider that this name is, or is a
// misspelling of; "" for none.
func (t *Tables) Meant(name Name, parameter string) string {
	table := t.providers[name]
	if table == nil {
		return ""
	}
	if table.parameter(parameter) != nil {
		return parameter
	}
	if row := meant(parameter, table.Parameters); row != nil {
		return row.Name
	}
	return ""
}

// parameter returns the row of a parameter that the provider reads under this name, or
// nil.
func (t *table) parameter(name string) *row {
	for i := range t.Parameters {
		if row := &t.Parameters[i]; row.Name == name || slices.Contains(row.Also, name) {
			return row
		}
	}
	return nil
}
