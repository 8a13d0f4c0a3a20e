package engine

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/internal/rulepage"
)

// PolicyTests is the result of the tests of custom policies.
type PolicyTests struct {
	Units []policy.UnitTest
	Pages []PageTest
}

// PageTest is the result of testing the examples of a rule's page.
type PageTest struct {
	Rule       string
	Missing    bool     // the rule has no page, which is allowed
	Departures []string // empty if the rule does what the page says
}

// Failures counts the unit tests and pages that failed.
func (t *PolicyTests) Failures() int {
	count := 0
	for _, unit := range t.Units {
		if unit.Failure != "" {
			count++
		}
	}
	for _, page := range t.Pages {
		if len(page.Departures) > 0 {
			count++
		}
	}
	return count
}

// TestPolicies compiles the custom policies of the options, runs their Rego unit tests,
// and checks their rules against their pages.
func TestPolicies(ctx context.Context, options Options) (*PolicyTests, error) {
	catalog, err := Catalog(&options, true)
	if err != nil {
		return nil, err
	}
	sources := policy.Sources{Rules: options.Rules, Policies: options.Policies, Custom: options.Custom}
	if options.evaluator, err = policy.NewCompiler(sources, false, options.PolicyLimits).Compile(ctx, nil); err != nil {
		return nil, err
	}
	tests := &PolicyTests{}
	if tests.Units, err = policy.UnitTests(ctx, sources, false, options.PolicyLimits); err != nil {
		return nil, err
	}
	lintFolder := func(ctx context.Context, folder, operator string) ([]lint.Finding, error) {
		return lintExample(ctx, options, folder, operator)
	}
	for _, rule := range catalog.Rules() {
		if !rule.Custom {
			continue
		}
		// Built-in rules check every example too; another custom rule may report what
		// an example leaves out for brevity.
		bystander := func(id string) bool {
			other := catalog.Rule(id)
			return other != nil && other.Custom && id != rule.ID
		}
		page := PageTest{Rule: rule.ID, Missing: rule.Page == ""}
		if !page.Missing {
			if page.Departures, err = rulepage.Check(ctx, rule.ID, rule.Page, lintFolder, bystander); err != nil {
				return nil, fmt.Errorf("rule %q: %w", rule.ID, err)
			}
		}
		tests.Pages = append(tests.Pages, page)
	}
	return tests, nil
}

// lintExample lints a folder as the command does, with all rules, and with a
// configuration only if the folder has one.
func lintExample(ctx context.Context, options Options, folder, operator string) ([]lint.Finding, error) {
	o := Options{
		Paths: []string{folder}, Rules: options.Rules, Policies: options.Policies, Schemas: options.Schemas,
		Custom: options.Custom, PolicyLimits: options.PolicyLimits, evaluator: options.evaluator, Fixes: true,
	}
	if operator != "" {
		o.Operators = []link.Version{link.OperatorVersion(operator, "--operator-version")}
	}
	found, err := config.Find(folder)
	if err != nil {
		return nil, err
	}
	if found != "" && strings.HasPrefix(filepath.ToSlash(found), filepath.ToSlash(folder)+"/") {
		if o.Config, err = config.Load(found, ""); err != nil {
			return nil, err
		}
	}
	outcome, err := Lint(ctx, o)
	if err != nil {
		return nil, err
	}
	return outcome.Findings, errors.Join(outcome.Errors...)
}
