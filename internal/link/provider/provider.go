package provider

import "example.com/mxlint/internal/manifest"

// objectsPath is the parameter that all three providers read their list from.
const objectsPath = manifest.Path("/objects")

// Names are the providers that Decode knows.
func Names() []string { return []string{"vault", "aws", "azure"} }

// Decode says what the named provider ("vault", "aws" or "azure") does with
// the parameters. For another name the result is empty.
func Decode(name string, parameters []Parameter, tables *Tables) *Result {
	result := &Result{Parameters: map[string]Field{}}
	table := tables.providers[name]
	if table == nil {
		return result
	}
	result.Provider = name
	r := &reading{table: table, result: result, parameters: parameters}
	switch name {
	case "vault":
		r.vault()
	case "aws":
		r.aws()
	case "azure":
		r.azure()
	}
	return result
}

// objects returns the text of objects, if there is one to be read.
func (r *reading) objects() (field Field, readable bool) {
	field = r.result.Parameters["objects"]
	return field, field.Has() && !field.Unknown && !blank(field.Value)
}
