package policy

import (
	"errors"
	"fmt"
	"slices"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// offer returns the fix of a finding in a file with its edits, or the reason why there
// is none.
func (r *Resolver) offer(report *fixReport, at located) (fix *lint.Fix, reason string) {
	if !at.exact && at.doc.Origin == nil {
		return nil, "its place in the file is not known exactly"
	}
	fix, err := r.fix(report)
	if err != nil {
		return nil, oneLine(err.Error())
	}
	return fix, ""
}

// fix works out the edits of a fix, in whichever files they are; it returns an error if
// they cannot be exact.
func (r *Resolver) fix(report *fixReport) (*lint.Fix, error) {
	var edits []manifest.Edit
	byDoc := make(map[*manifest.Doc][]manifest.Op)
	order := []*manifest.Doc{}
	for _, op := range report.Ops {
		target := r.Doc(op.At.Doc)
		if target == nil {
			return nil, fmt.Errorf("its fix concerns %q, which is no document of the environment", op.At.Doc)
		}
		if byDoc[target] == nil {
			order = append(order, target)
		}
		byDoc[target] = append(byDoc[target], operation(op))
	}
	for _, target := range order {
		made, err := r.Budget.Edits(target, byDoc[target])
		if err != nil {
			return nil, err
		}
		edits = append(edits, made...)
	}
	if len(edits) == 0 {
		return nil, errors.New("its fix changes nothing")
	}
	slices.SortStableFunc(edits, func(a, b manifest.Edit) int { return a.Span.Compare(b.Span) })
	return &lint.Fix{Title: report.Title, Unsafe: report.Unsafe, Edits: edits}, nil
}

func operation(op fixOp) manifest.Op {
	made := manifest.Op{Kind: op.Op, Path: op.At.Path, Part: op.At.Part, Value: op.Value, With: op.With.Path}
	for _, entry := range op.Entries {
		made.Entries = append(made.Entries, manifest.NewEntry{Key: entry.Key, Value: entry.Value, Plain: entry.Plain})
	}
	return made
}
