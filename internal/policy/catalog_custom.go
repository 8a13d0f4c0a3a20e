package policy

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
)

// ReadCustom reads the metadata of the rules in a folder of custom policies. It is
// stricter than ReadRules, since nothing else has checked them: errors have file and
// line, and all of them are returned.
func ReadCustom(folder string, fsys fs.FS, pages bool) ([]*lint.Rule, error) {
	files, err := regoFiles(fsys)
	if err != nil {
		return nil, fmt.Errorf("reading policies of %q: %w", folder, err)
	}
	var rules []*lint.Rule
	var problems []error
	for _, name := range files {
		if _, isRule := ruleID(name); !isRule {
			continue
		}
		rule, err := readCustom(path.Join(folder, name), fsys, name)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		if pages {
			// A custom rule need not have a page.
			rule.Page, _ = readSmall(fsys, path.Join(path.Dir(name), pageFile))
		}
		rules = append(rules, rule)
	}
	if len(rules) == 0 && len(problems) == 0 {
		return nil, fmt.Errorf("reading policies of %q: there is no rule: a rule belongs in <category>/<name>/%s below that folder", folder, ruleFile)
	}
	return rules, errors.Join(problems...)
}

func readCustom(file string, fsys fs.FS, name string) (*lint.Rule, error) {
	text, err := readSmall(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("reading policy %q: %w", file, err)
	}
	id := path.Dir(name)
	for part := range strings.SplitSeq(id, "/") {
		if !isRuleName().MatchString(part) {
			return nil, fmt.Errorf("%s:1: folder %q: categories and rules are named with small letters, digits and dashes", file, part)
		}
	}
	line := lineOf(text, "# METADATA")
	if line == 0 {
		return nil, fmt.Errorf("%s:1: the rule has no METADATA: it needs title, description, custom.severity and custom.since above its package", file)
	}
	rule, err := readRule(id, text)
	if err != nil {
		return nil, fmt.Errorf("%s:%d: %w", file, severityLine(text, line), err)
	}
	var missing []string
	for _, field := range []struct{ name, value string }{
		{"title", rule.Title}, {"description", rule.Description}, {"custom.since", rule.Since},
	} {
		if strings.TrimSpace(field.value) == "" {
			missing = append(missing, fmt.Sprintf("%q", field.name))
		}
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("%s:%d: METADATA lacks %s", file, line, strings.Join(missing, ", "))
	}
	if rule.Severity == lint.Off {
		return nil, fmt.Errorf("%s:%d: METADATA custom.severity \"off\": it is one of error, warning, info", file, severityLine(text, line))
	}
	if !slices.Contains([]lint.Hiding{"", lint.HidesValue, lint.HidesObjects}, rule.Hides) {
		return nil, fmt.Errorf("%s:%d: METADATA custom.hides %q: it is one of %s, %s", file, line, rule.Hides, lint.HidesValue, lint.HidesObjects)
	}
	rule.Custom = true
	return rule, nil
}

// severityLine returns the line that sets the severity, or else otherwise.
func severityLine(text string, otherwise int) int {
	if line := lineOf(text, "#   severity:"); line > otherwise {
		return line
	}
	return otherwise
}

// lineOf returns the first line, from 1, that begins with a text; 0 for none.
func lineOf(text, begin string) int {
	line := 0
	for current := range strings.Lines(text) {
		line++
		if strings.HasPrefix(current, begin) {
			return line
		}
	}
	return 0
}
