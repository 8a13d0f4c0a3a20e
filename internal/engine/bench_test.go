package engine_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/corpus"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

func benchOptions(folder string) engine.Options {
	return engine.Options{Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS, Fixes: true}
}

// tree writes a corpus for a benchmark.
func tree(b *testing.B, kind corpus.Tree, n int) string {
	b.Helper()
	folder := b.TempDir()
	require.NoError(b, corpus.Write(folder, kind, n))
	return folder
}

// BenchmarkPrepare measures what a run pays once: for all rules, and for those that one
// clean environment needs.
func BenchmarkPrepare(b *testing.B) {
	inputs := clean(b)
	for name, inputs := range map[string][]policy.Input{"all": nil, "one": inputs[:1]} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				evaluatorFor(b, inputs)
			}
		})
	}
}

// BenchmarkJudge measures evaluating one environment of each provider: by all rules, as
// in a large tree, and by those that it needs. Stating the facts, checking shapes and
// building findings are not included.
func BenchmarkJudge(b *testing.B) {
	all := evaluatorFor(b, nil)
	for _, input := range clean(b) {
		for name, evaluator := range map[string]*policy.Evaluator{"all": all, "asked": evaluatorFor(b, []policy.Input{input})} {
			b.Run(string(input.Subject.Provider)+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := evaluator.Judge(context.Background(), input); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkInput measures handing over the facts.
func BenchmarkInput(b *testing.B) {
	subject, inputs := clean(b)[0].Subject, new(policy.Inputs)
	b.ReportAllocs()
	for b.Loop() {
		inputs.Of(subject)
	}
}

// clean returns inputs without faults, one for each provider.
func clean(b *testing.B) []policy.Input {
	b.Helper()
	subjects, _, err := engine.Inspect(context.Background(), benchOptions(tree(b, corpus.Apps, 3)))
	require.NoError(b, err)
	var inputs policy.Inputs
	var list []policy.Input
	for _, subject := range subjects[:3] {
		subject.Documents = nil // without faults, the rules see none
		list = append(list, inputs.Of(subject))
	}
	return list
}

func evaluatorFor(b *testing.B, inputs []policy.Input) *policy.Evaluator {
	b.Helper()
	sources := policy.Sources{Rules: rules.FS, Policies: policies.FS}
	evaluator, err := policy.NewCompiler(sources, false, policy.Limits{}).Compile(context.Background(), inputs)
	require.NoError(b, err)
	return evaluator
}

// BenchmarkLint measures whole runs over trees of several kinds and sizes.
func BenchmarkLint(b *testing.B) {
	for _, c := range []struct {
		kind corpus.Tree
		n    int
	}{{corpus.Apps, 1}, {corpus.Apps, 10}, {corpus.Apps, 100}, {corpus.Apps, 1000}, {corpus.Mono, 3000}, {corpus.Dense, 3000}} {
		b.Run(fmt.Sprintf("%s/%d", c.kind, c.n), func(b *testing.B) {
			folder := tree(b, c.kind, c.n)
			for b.Loop() {
				if _, err := engine.Lint(context.Background(), benchOptions(folder)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRead measures the lower bound of BenchmarkLint/mono: one worker that only
// walks and reads, as fast as it can.
func BenchmarkRead(b *testing.B) {
	folder := tree(b, corpus.Mono, 3000)
	for b.Loop() {
		reader := manifest.Reader{Limit: 1 << 20}
		err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			_, err = reader.Read(path)
			return err
		})
		require.NoError(b, err)
	}
}
