package provider

import "example.com/mxlint/internal/manifest"

// objectsPath is the parameter that all three providers read their list from.
const objectsPath = manifest.Path("/objects")

// Name is a provider as spec.provider names it, with the letter case that the
// driver looks it up by.
type Name string

// The providers that Decode knows.
const (
	Vault Name = "vault"
	AWS   Name = "aws"
	Azure Name = "azure"
)

// gcp is a provider whose lists are recognised, and not read.
const gcp Name = "gcp"

// Names are the providers that Decode knows.
func Names() []Name { return []Name{Vault, AWS, Azure} }

// Decode says what the named provider does with the parameters. For a name that
// is none of Names the result is empty.
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

// objects returns the text of objects, if there is one to be read.
func (r *reading) objects() (field Field, readable bool) {
	field = r.result.Parameters["objects"]
	return field, field.Has() && !field.Unknown && !blank(field.Value)
}
