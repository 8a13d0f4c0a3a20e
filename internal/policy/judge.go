package policy

import (
	"context"
	"fmt"
	"reflect"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"

	"example.com/mxlint/internal/link"
)

// Judge lets all rules judge a subject. The reports are in no order. An error
// is one of a policy: it broke the contract, took too long or failed.
func (e *Evaluator) Judge(ctx context.Context, subject *link.Subject) ([]Report, error) {
	input := e.values.term(reflect.ValueOf(subject).Elem())
	results, err := e.query.Eval(ctx, rego.EvalParsedInput(input.Value))
	if err != nil {
		if topdown.IsCancel(err) {
			return nil, fmt.Errorf("judging %s: the policies took too long: %w", subjectName(subject), err)
		}
		return nil, fmt.Errorf("judging %s: %w", subjectName(subject), err)
	}
	if len(results) != 1 || len(results[0].Expressions) != 1 {
		return nil, fmt.Errorf("judging %s: the policies gave no result", subjectName(subject))
	}
	list, ok := results[0].Expressions[0].Value.([]any)
	if !ok {
		return nil, fmt.Errorf("judging %s: the policies gave no list", subjectName(subject))
	}
	reports := make([]Report, 0, len(list))
	for _, item := range list {
		report, err := readReport(item)
		if err != nil {
			return nil, fmt.Errorf("judging %s: %w", subjectName(subject), err)
		}
		reports = append(reports, report)
	}
	return reports, nil
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
