package engine

import (
	"context"
	"sync"
	"sync/atomic"

	"example.com/mxlint/internal/policy"
	"example.com/mxlint/internal/schema"
)

// Of few environments the rules are compiled once all facts are stated: then it
// is known which rules can report something, and the others are left out. Of
// many, holding the facts would cost more memory than compiling costs time, so
// that all rules are compiled beside the reading.
const (
	fewEnvironments = 64
	fewFiles        = 3 * fewEnvironments
)

// compiling has the rules compiled, once there is something to judge.
type compiling struct {
	compiler *policy.Compiler // nil where they were compiled before
	shapes   *schema.Shapes
	hits     atomic.Int64
	// all tells that no rule is left out; then whole compiles them, once.
	all     atomic.Bool
	whole   func() (*policy.Evaluator, error)
	started sync.Once // whole beside the reading
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

// hit is told of each file that may be ours, from several goroutines.
func (c *compiling) hit() {
	if c.compiler == nil {
		return
	}
	switch c.hits.Add(1) {
	case 1: // what is needed whatever there is to judge
		c.shapes.Begin()
		c.compiler.Begin()
	case fewFiles:
		c.compileAll()
	}
	if c.compilesAll() {
		c.started.Do(func() { go func() { _, _ = c.whole() }() })
	}
}

// compileAll says that no rule is to be left out.
func (c *compiling) compileAll() { c.all.Store(true) }

func (c *compiling) compilesAll() bool { return c.all.Load() }

// evaluator returns all rules, or those that can report something of the inputs.
func (c *compiling) evaluator(ctx context.Context, inputs []policy.Input) (*policy.Evaluator, error) {
	if c.compilesAll() {
		return c.whole()
	}
	return c.compiler.Compile(ctx, inputs)
}
