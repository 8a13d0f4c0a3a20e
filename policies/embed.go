// Package policies embeds the Rego entry point, the library that all rules
// share, and the tables of the domain.
package policies

import "embed"

// FS holds main.rego, lib/ and data/.
//
//go:embed main.rego lib/*.rego data/*.yaml
var FS embed.FS
