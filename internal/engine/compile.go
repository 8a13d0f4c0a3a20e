package engine

import (
	"context"
	"sync"
	"sync/atomic"

	"example.com/mxlint/internal/policy"
	"example.com/mxlint/internal/schema"
)

// For few environments, the rules are compiled after all facts are stated: by then it
// is known which rules can report something, and the others are left out. For many,
// holding the facts would cost more memory than compiling costs time, so all rules are
// compiled while files are being read.
const (
	fewEnvironments = 64
	fewFiles        = 3 * fewEnvironments
)

// compiling compiles the rules once there is something to judge.
type compiling struct {
	compiler   *policy.Compiler // nil if they were compiled before
	shapes     *schema.Shapes
	filesFound atomic.Int64
	// all is set if no rule may be left out; whole then compiles them, once.
	all     atomic.Bool
	whole   func() (*policy.Evaluator, error)
	started sync.Once // whole, while files are being read
}

func newCompiling(ctx context.Context, options *Options, shapes *schema.Shapes, runs func(id string) bool) *compiling {
	c := &compiling{shapes: shapes}
	if options.evaluator != nil {
		c.compileAll()
		c.whole = func() (*policy.Evaluator, error) { return options.evaluator, nil }
		return c
	}
	sources := policy.Sources{Rules: options.Rules, Policies: options.Policies, Custom: options.Custom, Runs: runs}
	c.compiler = policy.NewCompiler(sources, options.strict, options.PolicyLimits)
	c.all.Store(options.strict || len(options.Custom) > 0)
	c.whole = sync.OnceValues(func() (*policy.Evaluator, error) { return c.compiler.Compile(ctx, nil) })
	return c
}

// fileFound is called for each file that may be ours, from several goroutines.
func (c *compiling) fileFound() {
	if c.compiler == nil {
		return
	}
	switch c.filesFound.Add(1) {
	case 1: // what is needed whatever is judged
		c.shapes.Preload()
		c.compiler.Begin()
	case fewFiles:
		c.compileAll()
	}
	if c.compilesAll() {
		c.started.Do(func() { go func() { _, _ = c.whole() }() })
	}
}

// compileAll states that no rule may be left out.
func (c *compiling) compileAll() { c.all.Store(true) }

func (c *compiling) compilesAll() bool { return c.all.Load() }

// evaluator returns all rules, or those that can report something for the inputs.
func (c *compiling) evaluator(ctx context.Context, inputs []policy.Input) (*policy.Evaluator, error) {
	if c.compilesAll() {
		return c.whole()
	}
	return c.compiler.Compile(ctx, inputs)
}
