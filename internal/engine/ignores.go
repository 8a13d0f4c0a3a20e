package engine

import (
	"context"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/policy"
)

// ran reports whether a rule was judged in a file.
func (r *run) ran(id, name string) bool {
	if !r.runs(id) {
		return false
	}
	if r.Config == nil || r.enabled(id) {
		return true
	}
	severity, set := r.Config.Severity(id, r.Config.Rel(name), "")
	return !set || severity != lint.Off
}

// ignoreFacts states what became of the ignores; doubts is called when first needed.
func (r *run) ignoreFacts(ignores *config.Ignores, doubts func() *doubts) []config.IgnoreFact {
	return ignores.Facts(r.outcome.Catalog.Known, func(ignore *config.Ignore) bool {
		return r.ran(ignore.Rule, ignore.Span.Path) && !doubts().holds(ignore)
	})
}

// judgeIgnores runs the rules about ignores on what became of them.
func (r *run) judgeIgnores(ctx context.Context, facts []config.IgnoreFact) ([]lint.Finding, error) {
	if len(facts) == 0 {
		return nil, nil
	}
	subject := &link.Subject{}
	for _, fact := range facts {
		subject.Ignores = append(subject.Ignores, link.Ignore{
			Rule: fact.Rule, Nearest: fact.Nearest, Kind: string(fact.Kind), Reason: fact.Reason,
			Used: fact.Used, Known: fact.Known, Ran: fact.Ran, At: link.InFile(fact.Span),
		})
	}
	s, err := r.state(func() *link.Subject { return subject })
	if err != nil {
		return nil, err
	}
	j := &judgement{run: r, resolver: policy.Resolver{Catalog: r.outcome.Catalog, Doc: r.linked.Doc}}
	if j.evaluator, err = r.rules.evaluator(ctx, inputsOf([]*stated{s})); err != nil {
		return nil, err
	}
	return j.judgeOne(ctx, s)
}
