package policy

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"

	"example.com/mxlint/internal/link"
)

// judgeCustom evaluates the rules of custom policies one by one, within their limits.
func (e *Evaluator) judgeCustom(ctx context.Context, input Input) ([]Report, error) {
	if len(e.custom) == 0 {
		return nil, nil
	}
	timed, cancel := context.WithTimeout(ctx, e.guard.limits.Time)
	defer cancel()
	var reports []Report
	slowest := e.custom[0]
	var longest time.Duration
	for _, rule := range e.custom {
		start := time.Now()
		list, err := e.ask(timed, rule, input.value)
		if took := time.Since(start); took > longest {
			longest, slowest = took, rule
		}
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case errors.Is(err, errTime):
			return nil, fmt.Errorf("%s: rule %q: %w: the policies have %s for one environment (--policy-timeout)", slowest.place(), slowest.id, err, e.guard.limits.Time)
		case errors.Is(err, errMemory):
			return nil, fmt.Errorf("%s: rule %q: %w: a rule has %d MiB", rule.place(), rule.id, err, e.guard.limits.Memory>>20)
		case err != nil:
			return nil, fmt.Errorf("rule %q: %w", rule.id, err)
		case len(list) > e.guard.limits.Results:
			return nil, fmt.Errorf("%s: rule %q reports %d findings of one environment: a rule may report %d", rule.place(), rule.id, len(list), e.guard.limits.Results)
		}
		for _, item := range list {
			report, err := readCustomReport(rule, item, input.Subject)
			if err != nil {
				return nil, err
			}
			reports = append(reports, report)
		}
	}
	return reports, nil
}

// ask evaluates one rule.
func (e *Evaluator) ask(ctx context.Context, rule *customRule, input ast.Value) ([]any, error) {
	var list []any
	err := e.guard.run(ctx, func(ctx context.Context) error {
		results, err := rule.query.Eval(ctx, rego.EvalParsedInput(input), rego.EvalGenerateJSON(plain))
		if err != nil {
			return failed(err)
		}
		list, err = only(results)
		return err
	})
	if err != nil {
		return nil, err // list may still be written to
	}
	return list, nil
}

// largestResult bounds what one rule reports about one environment, in bytes.
const largestResult = 16 << 20

// plain converts a result to plain values, unless it is too large for that.
func plain(term *ast.Term, _ *rego.EvalContext) (any, error) {
	w := weight{left: largestResult}
	if w.add(term); w.left < 0 {
		return nil, errors.New("it reports more than a policy may: shorten the messages or report less")
	}
	return ast.JSON(term.Value)
}

// readCustomReport checks a result against the contract; errors name the rule.
func readCustomReport(rule *customRule, item any, subject *link.Subject) (Report, error) {
	fields, ok := item.(map[string]any)
	if !ok {
		return Report{}, fmt.Errorf("%s: rule %q reports %T in place of an object: use lib.finding(message, at)", rule.place(), rule.id, item)
	}
	if _, given := fields["rule"]; given {
		return Report{}, fmt.Errorf("%s: rule %q reports the unknown field %q", rule.place(), rule.id, "rule")
	}
	fields["rule"] = rule.id
	report, err := readReport(fields)
	if err != nil {
		return Report{}, fmt.Errorf("%s: %w", rule.place(), err)
	}
	if err := checkFilePlaces(&report, subject); err != nil {
		return Report{}, fmt.Errorf("%s: rule %q: %w", rule.place(), rule.id, err)
	}
	return report, nil
}

// checkFilePlaces rejects places in files that are not the subject's: reports show the
// lines of findings, and with an invented place a policy could make them show any file.
func checkFilePlaces(report *Report, subject *link.Subject) error {
	known := make(map[link.Place]bool)
	for i := range subject.Broken {
		known[subject.Broken[i].At] = true
	}
	for i := range subject.Ignores {
		known[subject.Ignores[i].At] = true
	}
	for i := range subject.Access {
		known[subject.Access[i].At] = true
		for _, place := range subject.Access[i].Related {
			known[place] = true
		}
	}
	places := []link.Place{report.At}
	for i := range report.related {
		places = append(places, report.related[i].at)
	}
	for _, place := range places {
		if _, inFile := place.FileSpan(); inFile && !known[place] {
			return fmt.Errorf("the place %q is none of the input's: places come from the input, as they are", place.Doc)
		}
	}
	return nil
}

// WithPlace adds where a rule reports to an error that its findings caused.
func (e *Evaluator) WithPlace(id string, err error) error {
	for _, rule := range e.custom {
		if rule.id == id {
			return fmt.Errorf("%s: %w", rule.place(), err)
		}
	}
	return err
}
