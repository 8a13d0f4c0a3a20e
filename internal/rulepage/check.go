package rulepage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
)

// Lint lints a folder for an Operator version, which may be empty.
type Lint func(ctx context.Context, folder, operator string) ([]lint.Finding, error)

// Check checks a rule against its page, and returns what is wrong, one
// sentence each. An error means that it could not be checked. Findings of rules
// for which optional returns true count only if they are marked; nil means no
// rules.
func Check(ctx context.Context, id, text string, lint Lint, optional func(id string) bool) (problems []string, err error) {
	page := Read(text)
	if !strings.HasPrefix(text, "# "+id+"\n") {
		problems = append(problems, fmt.Sprintf("the page does not begin with \"# %s\"", id))
	}
	marked := false
	for _, section := range []string{"Bad", "Good"} {
		examples, err := Examples(page.Sections[section])
		if err != nil {
			return problems, fmt.Errorf("%s: %w", section, err)
		}
		if len(examples) == 0 {
			problems = append(problems, fmt.Sprintf("%s shows nothing", section))
		}
		for i := range examples {
			found, err := examples[i].check(ctx, section, lint, optional)
			if err != nil {
				return problems, fmt.Errorf("%s example %d: %w", section, i+1, err)
			}
			for _, what := range found {
				problems = append(problems, fmt.Sprintf("%s example %d: %s", section, i+1, what))
			}
			marked = marked || section == "Bad" && examples[i].marks(id)
		}
	}
	if !marked {
		problems = append(problems, fmt.Sprintf("no Bad example marks %q", id))
	}
	return problems, nil
}

func (e *Example) marks(id string) bool {
	return slices.ContainsFunc(e.Wants, func(want string) bool { return strings.HasSuffix(want, " "+id) })
}

// check lints an example in its own folder and compares the findings.
func (e *Example) check(ctx context.Context, section string, lint Lint, optional func(id string) bool) (problems []string, err error) {
	if section == "Good" && len(e.Wants) > 0 {
		return []string{"it marks findings, and Good has none"}, nil
	}
	folder, err := os.MkdirTemp("", "mxlint-page-*")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the example: %w", err)
	}
	defer os.RemoveAll(folder)
	if err := e.Write(folder); err != nil {
		return nil, err
	}
	findings, err := lint(ctx, folder, e.Operator)
	if err != nil {
		return nil, err
	}
	return e.compare(folder, findings, optional)
}

// compare reports marks without a finding and findings without a mark. Infos
// count only if they are marked: other ones may be reported freely.
func (e *Example) compare(folder string, findings []lint.Finding, optional func(id string) bool) (problems []string, err error) {
	left := slices.Clone(e.Wants)
	for i := range findings {
		f := &findings[i]
		if f.Suppressed != nil {
			continue
		}
		name, err := filepath.Rel(folder, filepath.FromSlash(f.Span.Path))
		if err != nil {
			return nil, fmt.Errorf("finding %q: %w", f.Rule, err)
		}
		found := fmt.Sprintf("%s:%d %s", filepath.ToSlash(name), f.Span.Start.Line, f.Rule)
		if at := slices.Index(left, found); at >= 0 {
			left = slices.Delete(left, at, at+1)
		} else if f.Severity > lint.Info && (optional == nil || !optional(f.Rule)) {
			problems = append(problems, fmt.Sprintf("unmarked finding %s: %s", found, f.Message))
		}
	}
	for _, want := range left {
		problems = append(problems, "marked, and not found: "+want)
	}
	return problems, nil
}
