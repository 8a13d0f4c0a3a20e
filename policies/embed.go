// Package policies embeds the Rego entry point, the library that all rules share, and
// the domain tables.
package policies

import "embed"

// FS holds main.rego, lib/, data/, and bundle/, which only a bundle needs.
//
//go:embed *.rego bundle/*.rego lib data/*.yaml
var FS embed.FS
