package engine

import (
	"context"
	"fmt"
	"runtime/debug"

	"golang.org/x/sync/errgroup"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/policy"
)

// judge lets the rules judge every environment, on all processors, and drops
// each one's facts when it is done.
func (r *run) judge(ctx context.Context) error {
	if r.linked.Environments() == 0 && len(r.broken) == 0 {
		return nil
	}
	evaluator, err := r.compiled()
	if err != nil {
		return err
	}
	resolver := &policy.Resolver{Catalog: r.outcome.Catalog, Doc: r.linked.Doc, Fixes: r.Fixes}
	count := r.linked.Environments()
	perEnvironment := make([][]lint.Finding, count)
	group, groupContext := errgroup.WithContext(ctx)
	group.SetLimit(r.workers())
	for i := range count {
		group.Go(func() error {
			findings, err := r.judgeOne(groupContext, evaluator, resolver, func() *link.Subject { return r.linked.Subject(i) })
			perEnvironment[i] = findings
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, findings := range perEnvironment {
		r.findings = append(r.findings, findings...)
	}
	return r.judgeRest(ctx, evaluator, resolver)
}

// judgeRest judges what belongs to no environment: documents that could not be
// read, repeated ones, and policy files.
func (r *run) judgeRest(ctx context.Context, evaluator *policy.Evaluator, resolver *policy.Resolver) error {
	rest := append([]*link.Subject{{Broken: r.broken}, r.linked.Loose()}, r.access()...)
	for _, subject := range rest {
		findings, err := r.judgeOne(ctx, evaluator, resolver, func() *link.Subject { return subject })
		if err != nil {
			return err
		}
		r.findings = append(r.findings, findings...)
	}
	return nil
}

// judgeOne judges one subject. A failure of our own is noted with the
// environment, and the others are still judged; a failure of a policy ends the
// run.
func (r *run) judgeOne(ctx context.Context, evaluator *policy.Evaluator, resolver *policy.Resolver, state func() *link.Subject) (findings []lint.Finding, err error) {
	var subject *link.Subject
	defer func() {
		if failure := recover(); failure != nil {
			r.crash(subject, failure)
			findings, err = nil, nil
		}
	}()
	if subject = state(); subject == nil {
		return nil, nil
	}
	if err := r.shape(subject); err != nil {
		return nil, err
	}
	r.bound(subject)
	documents := subject.Documents
	if len(r.Custom) == 0 { // our own rules look for faults only
		subject.Documents = link.Faulty(documents)
	}
	reports, err := evaluator.Judge(ctx, subject)
	if err != nil {
		return nil, err
	}
	for i := range reports {
		finding, err := resolver.Finding(&reports[i], subject)
		if err != nil {
			return nil, evaluator.Blame(reports[i].Rule, err)
		}
		findings = append(findings, finding)
	}
	hideSecrets(findings, subject)
	r.keepNeeds(subject)
	for i := range documents {
		documents[i].Doc.Release()
	}
	return findings, nil
}

// crash notes a failure of our own.
func (r *run) crash(subject *link.Subject, failure any) {
	name := "a document"
	if subject != nil && subject.ID != "" {
		name = fmt.Sprintf("environment %q", subject.ID)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.outcome.Internal = true
	r.outcome.Errors = append(r.outcome.Errors, fmt.Errorf("judging %s: internal failure: %v (this is a bug of mxlint; the other environments are reported)\n%s", name, failure, debug.Stack()))
}
