package policy

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// customRule is a rule of a custom policy, evaluated by itself so that errors have its
// name.
type customRule struct {
	id    string
	file  string
	line  int // of the first `report`
	query rego.PreparedEvalQuery
}

func (c *customRule) place() string { return fmt.Sprintf("%s:%d", c.file, c.line) }

// A rule is a folder with these two files.
const (
	ruleFile = "rule.rego"
	pageFile = "rule.md"
)

// ruleID returns the ID of the rule in a file of a folder of policies; ok is false if
// the file is no rule.
func ruleID(name string) (id string, ok bool) {
	id = path.Dir(name)
	return id, path.Base(name) == ruleFile && strings.Count(id, "/") == 1
}

// isRuleName matches categories and names that can be part of an ID: IDs are used in
// comments, lists and globs.
var isRuleName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`) })

// parseCustom parses custom policies, optionally with their unit tests. They are below
// data.custom, so that they cannot change the built-in ones.
func parseCustom(folders map[string]fs.FS, tests bool) (map[string]*ast.Module, []*customRule, error) {
	modules := make(map[string]*ast.Module)
	var rules []*customRule
	for _, folder := range slices.Sorted(maps.Keys(folders)) {
		fsys := folders[folder]
		files, err := regoFiles(fsys)
		if err != nil {
			return nil, nil, fmt.Errorf("reading policies of %q: %w", folder, err)
		}
		for _, name := range files {
			if isUnitTest(name) && !tests {
				continue
			}
			file := path.Join(folder, name)
			module, err := parseCustomFile(fsys, name, file)
			if err != nil {
				return nil, nil, err
			}
			modules[file] = module
			rule, err := checkModule(module, name, file)
			if err != nil {
				return nil, nil, err
			}
			if rule != nil {
				rules = append(rules, rule)
			}
		}
	}
	slices.SortFunc(rules, func(a, b *customRule) int { return strings.Compare(a.id, b.id) })
	return modules, rules, nil
}

func parseCustomFile(fsys fs.FS, name, file string) (*ast.Module, error) {
	text, err := readSmall(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("reading policy %q: %w", file, err)
	}
	module, err := ast.ParseModuleWithOpts(file, text, ast.ParserOptions{RegoVersion: ast.RegoV1, ProcessAnnotation: true, Capabilities: Capabilities()})
	if err != nil {
		return nil, fmt.Errorf("parsing policy %q: %w", file, readable(err))
	}
	if module == nil {
		return nil, fmt.Errorf("%s:1: the file is empty: it needs at least a package", file)
	}
	return module, nil
}

// checkModule checks a module against its place: the package and the folder of a rule
// are its ID, and everything else is outside `custom.rules`.
func checkModule(module *ast.Module, name, file string) (*customRule, error) {
	written, line := packageNames(module), module.Package.Loc().Row
	called := strings.TrimPrefix(module.Package.Path.String(), "data.")
	if len(written) < 2 || written[0] != "custom" {
		return nil, fmt.Errorf("%s:%d: package %s: custom policies belong below `custom.`, for example `package custom.rules.team[\"my-rule\"]`",
			file, line, called)
	}
	if isUnitTest(name) {
		return nil, nil
	}
	id, isRule := ruleID(name)
	if !isRule {
		if written[1] == "rules" {
			return nil, fmt.Errorf("%s:%d: package %s: a rule belongs in <category>/<name>/%s below the folder of policies; what rules share has a package such as `custom.lib`",
				file, line, called, ruleFile)
		}
		return nil, nil
	}
	if !slices.Equal(written, append([]string{"custom", "rules"}, strings.Split(id, "/")...)) {
		return nil, fmt.Errorf("%s:%d: package %s: expected `package %s`, as the folders are named",
			file, line, called, CustomPackage(id))
	}
	report, err := reportLine(module, file, line)
	if err != nil {
		return nil, err
	}
	return &customRule{id: id, file: file, line: report}, nil
}

// CustomPackage returns the Rego package of a custom rule, as it is usually written:
// the category after a dot if possible.
func CustomPackage(id string) string {
	category, name, _ := strings.Cut(id, "/")
	segment := "." + category
	if strings.Contains(category, "-") || category < "a" || ast.IsKeywordInRegoVersion(category, ast.RegoV1) {
		segment = fmt.Sprintf("[%q]", category)
	}
	return fmt.Sprintf("custom.rules%s[%q]", segment, name)
}

func packageNames(module *ast.Module) []string {
	var names []string
	for _, term := range module.Package.Path[1:] {
		if name, ok := term.Value.(ast.String); ok {
			names = append(names, string(name))
		}
	}
	return names
}

// reportLine returns the line where a rule begins to report.
func reportLine(module *ast.Module, file string, line int) (int, error) {
	first := 0
	for _, rule := range module.Rules {
		if ref := rule.Head.Ref(); len(ref) == 0 || !ref[0].Equal(ast.VarTerm("report")) {
			continue
		}
		if rule.Head.RuleKind() != ast.MultiValue || len(rule.Head.Args) > 0 {
			return 0, fmt.Errorf("%s:%d: `report` has to be a set: write `report contains lib.finding(message, at) if { ... }`", file, rule.Loc().Row)
		}
		if first == 0 {
			first = rule.Loc().Row
		}
	}
	if first == 0 {
		return 0, fmt.Errorf("%s:%d: the rule reports nothing: write `report contains lib.finding(message, at) if { ... }`", file, line)
	}
	return first, nil
}
