package policy

import (
	"context"
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"

	"example.com/mxlint/internal/link"
)

// ErrTooLong means that the built-in rules did not end in time for one subject.
var ErrTooLong = errors.New("the rules took too long")

// Judge evaluates all rules for a subject. The reports are in no particular order. An
// error is one of a policy: it violated the contract, took too long or failed.
func (e *Evaluator) Judge(ctx context.Context, input Input) ([]Report, error) {
	reports, err := e.judgeOurs(ctx, input)
	if err != nil {
		return nil, fmt.Errorf("judging %s: %w", subjectName(input.Subject), err)
	}
	custom, err := e.judgeCustom(ctx, input)
	if err != nil {
		return nil, fmt.Errorf("judging %s: %w", subjectName(input.Subject), err)
	}
	return append(reports, custom...), nil
}

// judgeOurs evaluates the built-in rules at once: they share intermediate results.
func (e *Evaluator) judgeOurs(ctx context.Context, input Input) ([]Report, error) {
	query, err := e.ruleQueries.query(input)
	if err != nil {
		return nil, err
	}
	timed, cancel := context.WithTimeout(ctx, DefaultTime)
	defer cancel()
	results, err := query.Eval(timed, rego.EvalParsedInput(input.value))
	if err != nil {
		if topdown.IsCancel(err) && ctx.Err() == nil {
			return nil, ErrTooLong
		}
		return nil, failed(err)
	}
	list, err := only(results)
	if err != nil {
		return nil, err
	}
	reports := make([]Report, 0, len(list))
	for _, item := range list {
		report, err := readReport(item)
		if err != nil {
			return nil, err
		}
		reports = append(reports, report)
	}
	return reports, nil
}

// only returns the list that is the result of a query for a set.
func only(results rego.ResultSet) ([]any, error) {
	if len(results) != 1 || len(results[0].Expressions) != 1 {
		return nil, errors.New("the policies gave no result")
	}
	list, ok := results[0].Expressions[0].Value.([]any)
	if !ok {
		return nil, errors.New("the policies gave no list")
	}
	return list, nil
}

func subjectName(subject *link.Subject) string {
	switch {
	case subject.ID != "":
		return fmt.Sprintf("environment %q", subject.ID)
	case len(subject.Documents) > 0:
		return fmt.Sprintf("%q", subject.Documents[0].Path)
	}
	return "the run"
}
