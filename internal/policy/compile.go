package policy

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Sources are the texts that are compiled.
type Sources struct {
	Rules    fs.FS // <category>/<name>/rule.rego
	Policies fs.FS // main.rego, lib/*.rego, data/*.yaml
	// Custom are folders of other teams' policies, by the name they were given.
	Custom map[string]fs.FS
	// Without are categories of rules that cannot fire in this run.
	Without []string
}

// leaves tells whether a file of the rules is left out.
func (s *Sources) leaves(name string) bool {
	category, _, _ := strings.Cut(name, "/")
	return slices.Contains(s.Without, category)
}

// Evaluator holds the compiled rules. It is safe for several goroutines.
type Evaluator struct {
	query  rego.PreparedEvalQuery
	custom []*customRule
	guard  *guard
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
	ast.StageRewriteRegoMetadataCalls, ast.StageCheckSafetyRuleBodies, ast.StageCheckUnusedImports,
	ast.StageBuildComprehensionIndices, // which only pay in joins of long lists
}

// Compile prepares the rules. Strict compiles in full, as it always does where
// there are custom policies, which are held to the limits from here on.
func Compile(ctx context.Context, sources Sources, strict bool, limits Limits) (*Evaluator, error) {
	modules, err := parseModules(sources, false)
	if err != nil {
		return nil, err
	}
	e := &Evaluator{guard: newGuard(limits)}
	custom, rules, err := parseCustom(sources.Custom, false)
	if err != nil {
		return nil, err
	}
	e.custom = rules
	compiler := newCompiler(strict, custom)
	maps.Copy(modules, custom)
	if err := e.guard.compile(ctx, compiler, modules, len(custom) > 0); err != nil {
		return nil, err
	}
	store, err := tableStore(sources.Policies)
	if err != nil {
		return nil, err
	}
	if e.query, err = prepare(ctx, "data.mxlint.main.findings", compiler, store); err != nil {
		return nil, err
	}
	for _, rule := range rules {
		category, name, _ := strings.Cut(rule.id, "/")
		query := fmt.Sprintf("data.custom.rules[%q][%q].report", category, name)
		if rule.query, err = prepare(ctx, query, compiler, store); err != nil {
			return nil, err
		}
	}
	return e, nil
}

// newCompiler checks what is not known to be right: everything where it is
// strict or where there are custom policies, whose calls it bounds.
func newCompiler(strict bool, custom map[string]*ast.Module) *ast.Compiler {
	compiler := ast.NewCompiler().WithCapabilities(Capabilities())
	if !strict && len(custom) == 0 {
		return compiler.WithSkipStages(skippedStages...)
	}
	return compiler.WithStrict(strict).WithSchemas(inputSchema()).WithStageAfterID(ast.StageCheckDeprecatedBuiltins, boundCalls(custom))
}

// compile compiles; under the limits where custom policies are among it.
func (g *guard) compile(ctx context.Context, compiler *ast.Compiler, modules map[string]*ast.Module, custom bool) error {
	work := func(context.Context) error {
		if compiler.Compile(modules); compiler.Failed() {
			return fmt.Errorf("compiling policies: %w", readable(compiler.Errors))
		}
		return nil
	}
	if !custom {
		return work(ctx)
	}
	ctx, cancel := context.WithTimeout(ctx, g.limits.Time)
	defer cancel()
	err := g.run(ctx, work)
	if errors.Is(err, errTime) || errors.Is(err, errMemory) {
		return fmt.Errorf("compiling policies of %s: %w", quotedFolders(modules), err)
	}
	return err
}

// quotedFolders names the files of custom policies.
func quotedFolders(modules map[string]*ast.Module) string {
	var names []string
	for file, module := range modules {
		if written := packageNames(module); len(written) > 0 && written[0] == "custom" {
			names = append(names, fmt.Sprintf("%q", file))
		}
	}
	sort.Strings(names)
	return strings.Join(names, ", ")
}

func prepare(ctx context.Context, query string, compiler *ast.Compiler, store storage.Store) (rego.PreparedEvalQuery, error) {
	options := []func(*rego.Rego){
		rego.Query(query), rego.Compiler(compiler), rego.Store(store), rego.StrictBuiltinErrors(true),
	}
	if strings.HasPrefix(query, "data.custom.") {
		for _, builtin := range boundedBuiltins() {
			options = append(options, builtin.Func)
		}
	}
	prepared, err := rego.New(options...).PrepareForEval(ctx)
	if err != nil {
		return prepared, fmt.Errorf("preparing policies: %w", readable(err))
	}
	return prepared, nil
}

func tableStore(policies fs.FS) (storage.Store, error) {
	tables, err := tables(policies)
	if err != nil {
		return nil, err
	}
	return inmem.NewFromObjectWithOpts(map[string]any{"mxlint": map[string]any{"tables": tables}}, inmem.OptRoundTripOnWrite(false)), nil
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
