package policy

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"golang.org/x/sync/errgroup"
)

// rewriting are the stages that rewrite one module, looking only at others of its
// package. They run on parts of the rules concurrently.
var rewriting = [...]ast.StageID{
	ast.StageResolveRefs, ast.StageRewriteRuleHeadRefs, ast.StageRemoveImports, ast.StageRewriteLocalVars,
	ast.StageRewriteTemplateStrings, ast.StageRewriteExprTerms, ast.StageRewriteComprehensionTerms,
	ast.StageRewriteRefsInHead, ast.StageRewriteWithValues, ast.StageRewriteEquals, ast.StageRewriteDynamicTerms,
}

// joining are the stages that look at all modules at once.
var joining = [...]ast.StageID{ast.StageSetModuleTree, ast.StageSetRuleTree, ast.StageBuildRuleIndices}

// The stages in neither list check what tests have already checked: those compile the
// embedded rules strictly, and compare their findings with and without these stages.
// One of them also reorders the expressions of a body so that it is safe to evaluate:
// built-in rules have to be written in such an order. Omitting these stages halves the
// startup time. Custom policies are always compiled in full.

// compileParts compiles rules that are known to be correct, on two processors.
func (c *Compiler) compileParts(rules []moduleFile) (*ast.Compiler, error) {
	library, err := c.library()
	if err != nil {
		return nil, err
	}
	capabilities := Capabilities()
	var parts []func() (map[string]*ast.Module, error)
	for i := range library {
		if library[i].neededBy(rules) {
			parts = append(parts, library[i].modules)
		}
	}
	for _, half := range split(rules) {
		parts = append(parts, func() (map[string]*ast.Module, error) { return rewrite(half, capabilities) })
	}
	rewritten := make([]map[string]*ast.Module, len(parts))
	var group errgroup.Group
	for i, part := range parts {
		group.Go(func() (err error) {
			rewritten[i], err = part()
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	modules := make(map[string]*ast.Module)
	for _, part := range rewritten {
		maps.Copy(modules, part)
	}
	compiler := compilerOf(capabilities, joining[:])
	return compiler, compile(compiler, modules)
}

// rewrite parses files and runs the stages that need no others.
func rewrite(files []moduleFile, capabilities *ast.Capabilities) (map[string]*ast.Module, error) {
	modules, err := parseFiles(files, capabilities)
	if err != nil {
		return nil, err
	}
	compiler := compilerOf(capabilities, rewriting[:])
	err = compile(compiler, modules)
	return compiler.Modules, err
}

// split returns two parts of about equal length: rules do not share packages.
func split(files []moduleFile) [2][]moduleFile {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b moduleFile) int {
		if order := len(b.text) - len(a.text); order != 0 {
			return order
		}
		return strings.Compare(a.path, b.path)
	})
	var parts [2][]moduleFile
	var length [2]int
	for _, file := range files {
		to := 0
		if length[1] < length[0] {
			to = 1
		}
		parts[to] = append(parts[to], file)
		length[to] += len(file.text)
	}
	return parts
}

// compilerOf returns a compiler that runs only these stages, and what no compiler can
// do without.
func compilerOf(capabilities *ast.Capabilities, stages []ast.StageID) *ast.Compiler {
	skip := slices.DeleteFunc(ast.AllStages(), func(stage ast.StageID) bool {
		return stage == ast.StageInitLocalVarGen || slices.Contains(stages, stage)
	})
	return ast.NewCompiler().WithCapabilities(capabilities).WithSkipStages(skip...)
}
