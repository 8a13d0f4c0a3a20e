package provider

import "slices"

// Reads tells whether the named provider reads a parameter of this name.
func (t *Tables) Reads(name, parameter string) bool {
	table := t.providers[name]
	return table != nil && slices.ContainsFunc(table.Parameters, func(r row) bool {
		return r.Name == parameter || slices.Contains(r.Also, parameter)
	})
}
