package policy

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// compileWhole compiles what is not known to be correct, under the limits if it
// includes custom policies.
func (c *Compiler) compileWhole(ctx context.Context, rules []moduleFile, custom map[string]*ast.Module, guard *guard) (*ast.Compiler, error) {
	files, err := readModules(c.sources.Policies, policiesFolder, false)
	if err != nil {
		return nil, err
	}
	modules, err := parseFiles(slices.Concat(files, rules), Capabilities())
	if err != nil {
		return nil, err
	}
	maps.Copy(modules, custom)
	compiler := fullCompiler(c.strict, custom)
	if len(custom) == 0 {
		return compiler, compile(compiler, modules)
	}
	ctx, cancel := context.WithTimeout(ctx, guard.limits.Time)
	defer cancel()
	err = guard.run(ctx, func(context.Context) error { return compile(compiler, modules) })
	if errors.Is(err, errTime) || errors.Is(err, errMemory) {
		return nil, fmt.Errorf("compiling policies of %s: %w", quotedFiles(modules), err)
	}
	return compiler, err
}

// fullCompiler returns a compiler that checks everything, and bounds the calls of
// custom policies.
func fullCompiler(strict bool, custom map[string]*ast.Module) *ast.Compiler {
	return ast.NewCompiler().WithCapabilities(Capabilities()).WithStrict(strict).WithSchemas(inputSchema()).
		WithStageAfterID(ast.StageCheckDeprecatedBuiltins, boundCalls(custom))
}

// quotedFiles returns the files of custom policies.
func quotedFiles(modules map[string]*ast.Module) string {
	var names []string
	for file, module := range modules {
		if written := packageNames(module); len(written) > 0 && written[0] == "custom" {
			names = append(names, fmt.Sprintf("%q", file))
		}
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}
