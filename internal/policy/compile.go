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
	// Custom are folders of other teams' policies, by the name they were given.
	Custom map[string]fs.FS
	// Runs tells whether a custom rule is asked; nil asks all.
	Runs func(id string) bool
}

// Compiler prepares rules. It is safe for several goroutines.
type Compiler struct {
	sources Sources
	strict  bool
	limits  Limits
	library func() ([]libraryPart, error)
	tables  func() (storage.Store, error)
}

// NewCompiler compiles nothing yet. Strict compiles in full, as is always done
// where there are custom policies, which are held to the limits, and asks every
// rule of every input.
func NewCompiler(sources Sources, strict bool, limits Limits) *Compiler {
	return &Compiler{
		sources: sources, strict: strict, limits: limits,
		library: sync.OnceValues(func() ([]libraryPart, error) { return newLibrary(sources.Policies) }),
		tables:  sync.OnceValues(func() (storage.Store, error) { return tableStore(sources.Policies) }),
	}
}

// Begin starts with what every set of rules needs, beside whatever follows.
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

// full tells whether every stage of compiling is run.
func (c *Compiler) full() bool { return c.strict || len(c.sources.Custom) > 0 }

// Evaluator holds compiled rules. It is safe for several goroutines.
type Evaluator struct {
	asked  *asked
	custom []*customRule
	guard  *guard
}

// Compile prepares all rules; where inputs are given, and they are all that will
// be judged, without those of ours that can report nothing of them.
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
		files = nil // all are asked, which is what tests compare with
	}
	e.asked = newAsked(files, func(query string) (rego.PreparedEvalQuery, error) { return prepare(ctx, query, compiler, tables, nil) })
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

// prepare makes a query ready; builtins are those that it may call beside OPA's own.
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
