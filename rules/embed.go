// Package rules embeds the rules: each category has a folder per rule, with rule.rego,
// which decides, and rule.md, which explains.
package rules

import "embed"

// FS holds the categories.
//
//go:embed access app aws azure keys link manifest mxlint provider vault version
var FS embed.FS
