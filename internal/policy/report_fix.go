package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// fixReport is a fix as operations on places.
type fixReport struct {
	Title  string  `json:"title"`
	Unsafe bool    `json:"unsafe"`
	Ops    []fixOp `json:"ops"`
}

// fixOp is one operation of a fix.
type fixOp struct {
	Op      manifest.OpKind `json:"op"`
	At      link.Place      `json:"at"`
	Value   string          `json:"value"`
	With    link.Place      `json:"with"`
	Entries []fixEntry      `json:"entries"`
}

// fixEntry is a key and value that an operation adds.
type fixEntry struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	Plain bool   `json:"plain"`
}

// readFix decodes by way of JSON: fixes are rare, and operations have many forms.
func readFix(value any) (*fixReport, error) {
	if value == nil {
		return nil, nil
	}
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	var fix fixReport
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&fix); err != nil {
		return nil, fmt.Errorf("the fix: %w", err)
	}
	if fix.Title == "" || len(fix.Ops) == 0 {
		return nil, errors.New("a fix needs a title and ops")
	}
	for _, op := range fix.Ops {
		if !slices.Contains(manifest.OpKinds(), op.Op) {
			return nil, fmt.Errorf("there is no operation %q: use those of the library", op.Op)
		}
	}
	return &fix, nil
}
