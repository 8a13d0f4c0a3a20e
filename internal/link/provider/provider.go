package provider

import "example.com/mxlint/internal/manifest"

// objectsPath is the parameter from which all three providers read their list.
const objectsPath = manifest.Path("/objects")

// Name is a provider as named by spec.provider, in the letter case by which the driver
// looks it up.
type Name string

// The providers that Decode supports.
const (
	Vault Name = "vault"
	AWS   Name = "aws"
	Azure Name = "azure"
)

// gcp is a provider whose lists are recognised, but not read.
const gcp Name = "gcp"

// Names returns the providers that Decode supports.
func Names() []Name { return []Name{Vault, AWS, Azure} }

// Decode returns what the named provider makes of the parameters. For a name that is
// not in Names the result is empty.
func Decode(name Name, parameters []Parameter, tables *Tables) *Result {
	result := &Result{Parameters: map[string]Field{}}
	table := tables.providers[name]
	if table == nil {
		return result
	}
	result.Provider = name
	r := &reading{table: table, result: result, parameters: parameters}
	switch name {
	case Vault:
		r.vault()
	case AWS:
		r.aws()
	case Azure:
		r.azure()
	}
	return result
}

// objects returns the text of objects, if there is one to read.
func (r *reading) objects() (field Field, readable bool) {
	field = r.result.Parameters["objects"]
	return field, field.Has() && !field.Unknown && !blank(field.Value)
}
