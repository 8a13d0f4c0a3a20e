// Package schemas contains the JSON Schemas (draft 2020-12) of the manifests that
// mxlint reads. The file of a kind has its name in lower case.
package schemas

import "embed"

// FS holds the schema files at its root.
//
//go:embed *.json
var FS embed.FS
