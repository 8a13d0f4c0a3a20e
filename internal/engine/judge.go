package engine

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/policy"
)

// judge runs the rules on every environment, on all processors. If there are many, the
// facts of each are stated when it is judged, and dropped afterwards.
func (r *run) judge(ctx context.Context) error {
	if r.linked.Environments() == 0 && len(r.broken) == 0 {
		return nil
	}
	r.needs = make([]access.Need, r.linked.Environments())
	j := &judgement{
		run:         r,
		resolver:    policy.Resolver{Catalog: r.outcome.Catalog, Doc: r.linked.Doc, Fixes: r.Fixes, Budget: proofBytes},
		everySecret: sync.OnceValue(r.allSecrets),
	}
	if r.linked.Environments() > fewEnvironments {
		r.rules.compileAll() // one file may contain many
	}
	if r.rules.compilesAll() {
		return j.stateEach(ctx)
	}
	return j.stateFirst(ctx)
}

// proofBytes bounds what is read to prove the fixes of one subject.
const proofBytes = 4 << 20

// judgement is the part of a run in which rules judge.
type judgement struct {
	*run
	evaluator *policy.Evaluator
	resolver  policy.Resolver // copied for each subject
	// everySecret returns the secrets of all documents, collected on first use.
	everySecret func() *secret.Texts
}

// stateFirst states all facts, then compiles the rules that they need.
func (j *judgement) stateFirst(ctx context.Context) (err error) {
	environments, err := j.stateEnvironments(ctx)
	if err != nil {
		return err
	}
	rest, err := j.stateRest()
	if err != nil {
		return err
	}
	if j.evaluator, err = j.rules.evaluator(ctx, inputsOf(environments, rest)); err != nil {
		return err
	}
	if err := j.judgeAll(ctx, func(i int) (*stated, error) { return environments[i], nil }); err != nil {
		return err
	}
	return j.judgeRest(ctx, rest)
}

// stateEach states the facts of one environment at a time.
func (j *judgement) stateEach(ctx context.Context) (err error) {
	if j.evaluator, err = j.rules.evaluator(ctx, nil); err != nil {
		return err
	}
	if err := j.judgeAll(ctx, j.stateEnvironment); err != nil {
		return err
	}
	rest, err := j.stateRest()
	if err != nil {
		return err
	}
	return j.judgeRest(ctx, rest)
}

// judgeAll judges the environments; state returns the facts of the i-th.
func (j *judgement) judgeAll(ctx context.Context, state func(int) (*stated, error)) error {
	perEnvironment := make([][]lint.Finding, j.linked.Environments())
	err := j.each(ctx, len(perEnvironment), func(ctx context.Context, _, i int) error {
		s, err := state(i)
		if err == nil {
			perEnvironment[i], err = j.judgeOne(ctx, s)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, findings := range perEnvironment {
		j.findings = append(j.findings, findings...)
	}
	return nil
}

func (j *judgement) judgeRest(ctx context.Context, rest []*stated) error {
	for _, s := range rest {
		findings, err := j.judgeOne(ctx, s)
		if err != nil {
			return err
		}
		j.findings = append(j.findings, findings...)
	}
	return nil
}

// judgeOne judges one subject; for nil it does nothing. A panic is noted with the
// environment, and the others are still judged; an error of a policy ends the run.
func (j *judgement) judgeOne(ctx context.Context, s *stated) (findings []lint.Finding, err error) {
	if s == nil {
		return nil, nil
	}
	subject := s.input.Subject
	defer func() {
		if failure := recover(); failure != nil {
			j.crash(subject, failure)
			findings, err = nil, nil
		}
	}()
	reports, err := j.evaluator.Judge(ctx, s.input)
	if errors.Is(err, policy.ErrTooLong) {
		j.failInternally("%w (this is a bug of mxlint; the other environments are reported)", err)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	secrets := sync.OnceValue(func() *secret.Texts { return j.secretsAbout(s) })
	resolver := j.resolver
	resolver.Hide = func(text string) string { return secrets().Hide(text) }
	for i := range reports {
		finding, err := resolver.Finding(&reports[i], subject)
		if err != nil {
			return nil, j.evaluator.WithPlace(reports[i].Rule, err)
		}
		findings = append(findings, finding)
	}
	hideSecrets(findings, secrets)
	for i := range s.documents {
		s.documents[i].Doc.Release()
	}
	return findings, nil
}

// crash notes a panic as an internal failure.
func (r *run) crash(subject *link.Subject, failure any) {
	name := "a document"
	if subject != nil && subject.ID != "" {
		name = fmt.Sprintf("environment %q", subject.ID)
	}
	r.failInternally("judging %s: internal failure: %v (this is a bug of mxlint; the other environments are reported)\n%s", name, failure, debug.Stack())
}
