package policy

import (
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// Sources are the texts that are compiled.
type Sources struct {
	Rules    fs.FS // <category>/<name>/rule.rego
	Policies fs.FS // main.rego, lib/*.rego, data/*.yaml
	// Custom are folders of custom policies, by the name that was given.
	Custom map[string]fs.FS
	// Runs reports whether a custom rule is evaluated; nil evaluates all.
	Runs func(id string) bool
}

// Compiler prepares rules. It is safe for concurrent use.
type Compiler struct {
	sources Sources
	strict  bool
	limits  Limits
	library func() ([]libraryPart, error)
	tables  func() (storage.Store, error)
}

// NewCompiler does not compile yet. Strict compiles in full, as is always done with
// custom policies, which are subject to the limits, and evaluates every rule for every
// input.
func NewCompiler(sources Sources, strict bool, limits Limits) *Compiler {
	return &Compiler{
		sources: sources, strict: strict, limits: limits,
		library: sync.OnceValues(func() ([]libraryPart, error) { return newLibrary(sources.Policies) }),
		tables:  sync.OnceValues(func() (storage.Store, error) { return tableStore(sources.Policies) }),
	}
}

// Begin starts preparing, in the background, what every set of rules needs.
func (c *Compiler) Begin() {
	if c.full() {
		return
	}
	go func() {
		library, _ := c.library()
		for i := range library {
			if library[i].neededBy(nil) {
				_, _ = library[i].modules()
			}
		}
	}()
}

// full reports whether every stage of the compiler is run.
func (c *Compiler) full() bool { return c.strict || len(c.sources.Custom) > 0 }

// Evaluator holds compiled rules. It is safe for concurrent use.
type Evaluator struct {
	ruleQueries *ruleQueries
	custom      []*customRule
	guard       *guard
}

// Compile prepares all rules; if inputs are given, which must be all that will be
// judged, without the built-in rules that cannot report anything for them.
func (c *Compiler) Compile(ctx context.Context, inputs []Input) (*Evaluator, error) {
	custom, rules, err := parseCustom(c.sources.Custom, false)
	if err != nil {
		return nil, err
	}
	files, err := readModules(c.sources.Rules, rulesFolder, false)
	if err != nil {
		return nil, err
	}
	if c.sources.Runs != nil {
		rules = slices.DeleteFunc(rules, func(rule *customRule) bool { return !c.sources.Runs(rule.id) })
	}
	e := &Evaluator{guard: newGuard(c.limits), custom: rules}
	var compiler *ast.Compiler
	if c.full() {
		compiler, err = c.compileWhole(ctx, files, custom, e.guard)
	} else {
		if inputs != nil {
			files = slices.DeleteFunc(files, func(file moduleFile) bool { return !meetSome(readNeeds(file.text), inputs) })
		}
		compiler, err = c.compileParts(files)
	}
	if err != nil {
		return nil, err
	}
	tables := inmem.New()
	if c.full() || slices.ContainsFunc(files, readsTables) {
		if tables, err = c.tables(); err != nil {
			return nil, err
		}
	}
	if c.strict {
		files = nil // all are evaluated, which is what tests compare with
	}
	e.ruleQueries = newRuleQueries(files, func(query string) (rego.PreparedEvalQuery, error) { return prepare(ctx, query, compiler, tables, nil) })
	var bounded []*tester.Builtin
	if len(rules) > 0 {
		bounded = boundedBuiltins()
	}
	for _, rule := range rules {
		category, name, _ := strings.Cut(rule.id, "/")
		query := fmt.Sprintf("data.custom.rules[%q][%q].report", category, name)
		if rule.query, err = prepare(ctx, query, compiler, tables, bounded); err != nil {
			return nil, err
		}
	}
	return e, nil
}

func compile(compiler *ast.Compiler, modules map[string]*ast.Module) error {
	if compiler.Compile(modules); compiler.Failed() {
		return fmt.Errorf("compiling policies: %w", readable(compiler.Errors))
	}
	return nil
}

// prepare prepares a query; builtins are those that it may call besides OPA's own.
func prepare(ctx context.Context, query string, compiler *ast.Compiler, store storage.Store, builtins []*tester.Builtin) (rego.PreparedEvalQuery, error) {
	options := []func(*rego.Rego){
		rego.Query(query), rego.Compiler(compiler), rego.Store(store), rego.StrictBuiltinErrors(true),
	}
	for _, builtin := range builtins {
		options = append(options, builtin.Func)
	}
	prepared, err := rego.New(options...).PrepareForEval(ctx)
	if err != nil {
		return prepared, fmt.Errorf("preparing policies: %w", readable(err))
	}
	return prepared, nil
}
