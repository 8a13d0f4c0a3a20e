package config

import (
	"errors"
	"fmt"
	"slices"

	"example.com/mxlint/internal/manifest"
)

// Problem is one thing that is wrong with a file that this package reads.
type Problem struct {
	Path    string
	At      manifest.Pos
	Message string
}

func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.Path, p.At.Line, p.At.Column, p.Message)
}

// joinProblems returns all problems as one error, one per line in the order of
// the file; nil if there are none.
func joinProblems(problems []*Problem) error {
	slices.SortStableFunc(problems, func(a, b *Problem) int { return a.At.Compare(b.At) })
	errs := make([]error, len(problems))
	for i, problem := range problems {
		errs[i] = problem
	}
	return errors.Join(errs...)
}
