package policy

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/tester"
)

// UnitTest is the result of a Rego unit test.
type UnitTest struct {
	Name    string // package and rule
	File    string
	Line    int
	Skipped bool   // its name is todo_test_...
	Failure string // "" if it passed
}

// UnitTests runs the unit tests (rules that begin with test_) of custom policies and,
// if ours is set, of the library and the built-in rules, which are then compiled
// strictly. They run under the same capabilities and bounds as policies, and are sorted
// by place.
func UnitTests(ctx context.Context, sources Sources, ours bool, limits Limits) ([]UnitTest, error) {
	modules, err := parseModules(sources, ours)
	if err != nil {
		return nil, err
	}
	custom, _, err := parseCustom(sources.Custom, true)
	if err != nil {
		return nil, err
	}
	maps.Copy(modules, custom)
	store, err := tableStore(sources.Policies)
	if err != nil {
		return nil, err
	}
	var tests []UnitTest
	guard := newGuard(limits)
	timed, cancel := context.WithTimeout(ctx, 6*guard.limits.Time)
	defer cancel()
	err = guard.run(timed, func(ctx context.Context) error {
		found, err := runUnitTests(ctx, modules, testCompiler(ours, custom), store, guard.limits)
		tests = found
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("running unit tests: %w", readable(err))
	}
	slices.SortFunc(tests, func(a, b UnitTest) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), strings.Compare(a.Name, b.Name))
	})
	return tests, nil
}

// testCompiler omits the types of the input: unit tests only make up the parts that
// they need.
func testCompiler(strict bool, custom map[string]*ast.Module) *ast.Compiler {
	return fullCompiler(strict, custom).WithSchemas(nil)
}

func runUnitTests(ctx context.Context, modules map[string]*ast.Module, compiler *ast.Compiler, store storage.Store, limits Limits) ([]UnitTest, error) {
	transaction, err := store.NewTransaction(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading tables: %w", err)
	}
	defer store.Abort(ctx, transaction)
	runner := tester.NewRunner().
		SetCompiler(compiler).
		SetStore(store).
		SetModules(modules).
		SetTimeout(limits.Time).
		RaiseBuiltinErrors(true).
		AddCustomBuiltins(boundedBuiltins())
	results, err := runner.RunTests(ctx, transaction)
	if err != nil {
		return nil, err
	}
	var tests []UnitTest
	for result := range results {
		tests = append(tests, unitTest(result))
	}
	return tests, ctx.Err()
}

func unitTest(result *tester.Result) UnitTest {
	test := UnitTest{Name: strings.TrimPrefix(result.Package, "data.") + "." + result.Name, Skipped: result.Skip}
	if result.Location != nil {
		test.File, test.Line = result.Location.File, result.Location.Row
	}
	switch {
	case result.Error != nil:
		err := failed(result.Error)
		if errors.Is(result.Error, context.DeadlineExceeded) {
			err = errTime
		}
		test.Failure = err.Error()
	case result.Fail:
		test.Failure = "it is not true"
	}
	return test
}
