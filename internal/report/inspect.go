package report

import (
	"fmt"
	"io"

	"example.com/mxlint/internal/link"
)

// Inspection is what a run knows about a tree: the environments, and the subjects that
// belong to none (documents that could not be read, repeated ones).
type Inspection struct {
	Environments []*link.Subject
	Others       []*link.Subject
}

// inspectionJSON is the contract of `mxlint inspect --format json`; its schema
// is schemas/input.json.
type inspectionJSON struct {
	SchemaVersion int             `json:"schemaVersion"`
	Environments  []*link.Subject `json:"environments"`
	Others        []*link.Subject `json:"others"`
}

func inspectForms() forms[func(io.Writer, Inspection, bool) error] {
	return textOrJSON(inspectText, inspectJSON)
}

// InspectFormats returns the formats of Inspect, the default first.
func InspectFormats() []string { return inspectForms().names() }

// Inspect writes the facts in one of the InspectFormats. The JSON is the document that
// rules judge; lists in it are never null.
func Inspect(w io.Writer, format string, in Inspection, colored bool) error {
	write, err := inspectForms().of(format)
	if err != nil {
		return err
	}
	return write(w, in, colored)
}

func inspectJSON(w io.Writer, in Inspection, _ bool) error {
	return writeIndented(w, inspectionJSON{SchemaVersion: 1, Environments: in.Environments, Others: in.Others})
}

// writeIndented writes a document with all its lists and mappings, empty if there are
// none.
func writeIndented[T any](w io.Writer, document T) error {
	fill(&document)
	if err := encodeJSON(w, document); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}
