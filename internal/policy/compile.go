package policy

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Sources are the texts that are compiled.
type Sources struct {
	Rules    fs.FS // <category>/<name>/rule.rego
	Policies fs.FS // main.rego, lib/*.rego, data/*.yaml
	// Custom are folders of other teams' policies, by the name they were given.
	Custom map[string]fs.FS
}

// Evaluator holds the compiled rules. It is safe for several goroutines.
type Evaluator struct {
	query  rego.PreparedEvalQuery
	values valuer
}

// skippedStages check what tests have checked before: the embedded rules are
// compiled strictly there, and their findings are compared with and without
// these stages. Skipping saves a third of the start-up. Custom policies are
// always compiled in full.
var skippedStages = []ast.StageID{
	ast.StageCheckTypes, ast.StageCheckVoidCalls, ast.StageCheckUnsafeBuiltins, ast.StageCheckDeprecatedBuiltins,
	ast.StageCheckRuleConflicts, ast.StageCheckUndefinedFuncs, ast.StageCheckKeywordOverrides, ast.StageCheckDuplicateImports,
	ast.StageCheckRecursion, ast.StageCheckSafetyRuleHeads, ast.StageBuildRequiredCapabilities, ast.StageSetAnnotationSet,
	ast.StageParseMetadataBlocks, ast.StageRewriteTestRulesForTracing, ast.StageRewritePrintCalls,
	ast.StageRewriteRegoMetadataCalls, ast.StageCheckSafetyRuleBodies,
}

// Compile prepares the rules. Strict compiles in full, as it always does where
// there are custom policies.
func Compile(ctx context.Context, sources Sources, strict bool) (*Evaluator, error) {
	modules, err := parseEmbedded(sources)
	if err != nil {
		return nil, err
	}
	compiler := ast.NewCompiler().WithCapabilities(Capabilities())
	if strict || len(sources.Custom) > 0 {
		compiler = compiler.WithStrict(strict)
	} else {
		compiler = compiler.WithSkipStages(skippedStages...)
	}
	if err := parseCustom(sources.Custom, modules); err != nil {
		return nil, err
	}
	if compiler.Compile(modules); compiler.Failed() {
		return nil, fmt.Errorf("compiling policies: %w", compiler.Errors)
	}
	tables, err := tables(sources.Policies)
	if err != nil {
		return nil, err
	}
	query, err := rego.New(
		rego.Query("data.mxlint.main.findings"),
		rego.Compiler(compiler),
		rego.Store(inmem.NewFromObjectWithOpts(map[string]any{"mxlint": map[string]any{"tables": tables}}, inmem.OptRoundTripOnWrite(false))),
		rego.StrictBuiltinErrors(true),
	).PrepareForEval(ctx)
	if err != nil {
		return nil, fmt.Errorf("preparing policies: %w", err)
	}
	return &Evaluator{query: query}, nil
}

// parseEmbedded parses the entry point, the library and the rules. Tests that
// stand beside them are left out.
func parseEmbedded(sources Sources) (map[string]*ast.Module, error) {
	modules := make(map[string]*ast.Module)
	for prefix, fsys := range map[string]fs.FS{"policies/": sources.Policies, "rules/": sources.Rules} {
		err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || path.Ext(name) != ".rego" || strings.HasSuffix(name, "_test.rego") {
				return err
			}
			text, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			module, err := ast.ParseModuleWithOpts(prefix+name, string(text), ast.ParserOptions{RegoVersion: ast.RegoV1})
			if err != nil {
				return fmt.Errorf("parsing policy %q: %w", prefix+name, err)
			}
			modules[prefix+name] = module
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return modules, nil
}

// tables reads data/*.yaml as plain values, by file name.
func tables(policies fs.FS) (map[string]any, error) {
	names, err := fs.Glob(policies, "data/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("listing tables: %w", err)
	}
	sort.Strings(names)
	tables := make(map[string]any)
	for _, name := range names {
		text, err := fs.ReadFile(policies, name)
		if err != nil {
			return nil, fmt.Errorf("reading table %q: %w", name, err)
		}
		var value any
		if err := yaml.Unmarshal(text, &value); err != nil {
			return nil, fmt.Errorf("reading table %q: %w", name, err)
		}
		tables[strings.TrimSuffix(path.Base(name), ".yaml")] = value
	}
	return tables, nil
}
