package engine

import (
	"context"
	"slices"

	"example.com/mxlint/internal/lint"
)

// fixer makes fixes in rounds.
type fixer struct {
	FixOptions
	run     *run               // all rounds share its compiled rules
	sources map[string]*source // the files that change, as they are on disk
	first   *stage             // the state in which the sources are read
	now     *stage
	applied []lint.Finding
	dropped []DroppedFix
	seen    map[string]bool // the findings that were dropped, by name
	lints   int
}

// rounds makes fixes until none is left.
func (f *fixer) rounds(ctx context.Context) error {
	for {
		batch := disjoint(certainFirst(f.eligible(f.now.outcome.Findings)))
		if len(batch) == 0 {
			return nil
		}
		if f.lints >= maxLints {
			for _, finding := range batch {
				f.drop(finding, "too many fixes were dropped before: fix the others first and run again")
			}
			return nil
		}
		if err := f.round(ctx, batch); err != nil {
			return err
		}
	}
}

// round keeps some fixes of a batch or drops at least one. If a batch goes wrong, a
// part of it is tried, down to a single fix.
func (f *fixer) round(ctx context.Context, batch []*lint.Finding) error {
	for len(batch) > 0 {
		next, err := f.try(ctx, f.now, batch)
		if err != nil || next == nil {
			return err
		}
		verdict := compare(f.now, next, batch)
		switch {
		case verdict.good():
			f.keep(next, batch)
			return nil
		case len(batch) == 1:
			return f.decideSingle(ctx, batch[0], next, verdict)
		case len(verdict.left) > 0:
			for _, finding := range verdict.left {
				f.drop(finding, stillThere)
			}
			batch = without(batch, verdict.left)
		default:
			batch = f.narrow(next, batch, verdict.introduced)
		}
	}
	return nil
}

const stillThere = "the finding would still be there"

func without(batch, gone []*lint.Finding) []*lint.Finding {
	return slices.DeleteFunc(slices.Clone(batch), func(finding *lint.Finding) bool { return slices.Contains(gone, finding) })
}

func (f *fixer) keep(next *stage, made []*lint.Finding) {
	f.now = next
	for _, finding := range made {
		f.applied = append(f.applied, *finding)
	}
}

func (f *fixer) drop(finding *lint.Finding, reason string) {
	if name := nameOf(finding); !f.seen[name] {
		f.seen[name] = true
		f.dropped = append(f.dropped, DroppedFix{Finding: *finding, Reason: reason})
	}
}
