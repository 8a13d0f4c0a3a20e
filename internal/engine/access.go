package engine

import (
	"sort"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
)

// keepNeeds remembers what an environment reads, where policy files are there
// to be held against it.
func (r *run) keepNeeds(subject *link.Subject) {
	if len(r.policies) == 0 || subject.Name == "" {
		return
	}
	need := link.NeedOf(&subject.Environment)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.needs = append(r.needs, need)
}

// access holds the policy files against what all environments need.
// Each is a subject of the environment that suffers from it.
func (r *run) access() []*link.Subject {
	if len(r.policies) == 0 {
		return nil
	}
	sort.Slice(r.needs, func(i, j int) bool { return r.needs[i].Environment < r.needs[j].Environment })
	var subjects []*link.Subject
	for _, problem := range access.Judge(r.policies, r.needs) {
		fault := link.Access{
			Rule: problem.Rule, Reason: string(problem.Reason), Environment: problem.Environment, Name: problem.Name,
			Expected: problem.Expected, Missing: problem.Missing, Message: problem.Message(), At: link.InFile(problem.Span),
		}
		for _, ref := range problem.Related {
			fault.Related = append(fault.Related, link.ParseRef(ref))
		}
		subject := &link.Subject{Access: []link.Access{fault}}
		subject.ID = problem.Environment
		subjects = append(subjects, subject)
	}
	return subjects
}
