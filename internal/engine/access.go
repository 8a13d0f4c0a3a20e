package engine

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
)

// keepNeed records what the i-th environment reads, if there are policy files to check
// against it. Each goroutine writes its own index.
func (r *run) keepNeed(i int, subject *link.Subject) {
	if len(r.accessFiles) > 0 && subject.Name != "" {
		r.needs[i] = link.NeedOf(&subject.Environment)
	}
}

// access checks the policy files against what all environments need. Each problem
// becomes a subject of the environment that it affects.
func (r *run) access() []*link.Subject {
	if len(r.accessFiles) == 0 {
		return nil
	}
	r.needs = slices.DeleteFunc(r.needs, func(n access.Need) bool { return n.Name == "" })
	slices.SortStableFunc(r.needs, func(a, b access.Need) int { return strings.Compare(a.Environment, b.Environment) })
	var subjects []*link.Subject
	for _, problem := range access.Judge(r.accessFiles, r.needs, r.linked.HasAccount) {
		fault := link.Access{
			Rule: problem.Rule, Reason: problem.Reason, Environment: problem.Environment, Name: problem.Name,
			Expected: problem.Expected, Missing: problem.Missing, Says: problem.Says, ARN: problem.ARN, At: link.InFile(problem.Span),
		}
		for _, ref := range problem.Related {
			fault.Related = append(fault.Related, link.PlaceOf(ref))
		}
		subject := &link.Subject{Access: []link.Access{fault}}
		subject.ID = problem.Environment
		subjects = append(subjects, subject)
	}
	return subjects
}
