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

// BenchmarkPrepare is what a run pays once: for all rules, and for those that
// one clean environment asks for.
func BenchmarkPrepare(b *testing.B) {
	subjects, _, err := engine.Inspect(context.Background(), benchOptions(tree(b, corpus.Apps, 1)))
	require.NoError(b, err)
	subjects[0].Documents = nil // of a clean environment the rules see none
	for name, inputs := range map[string][]policy.Input{"all": nil, "one": {new(policy.Inputs).Of(subjects[0])}} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sources := policy.Sources{Rules: rules.FS, Policies: policies.FS}
				if _, err := policy.NewCompiler(sources, false, policy.Limits{}).Compile(context.Background(), inputs); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkJudge is what the rules cost for one environment of each provider:
// facts, shapes and findings aside.
func BenchmarkJudge(b *testing.B) {
	folder := tree(b, corpus.Apps, 3)
	subjects, _, err := engine.Inspect(context.Background(), benchOptions(folder))
	require.NoError(b, err)
	evaluator, err := policy.NewCompiler(policy.Sources{Rules: rules.FS, Policies: policies.FS}, false, policy.Limits{}).Compile(context.Background(), nil)
	require.NoError(b, err)
	for _, subject := range subjects[:3] {
		subject.Documents = nil // of a clean environment the rules see none
		b.Run(subject.Provider, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := evaluator.Judge(context.Background(), new(policy.Inputs).Of(subject)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLint is a whole run over trees of several kinds and sizes.
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

// BenchmarkRead is the floor under BenchmarkLint/mono: one worker that only
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
