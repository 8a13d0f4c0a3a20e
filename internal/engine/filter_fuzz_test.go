package engine

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/rulepage"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// FuzzLint lints arbitrary input: nothing fails, findings are inside the file and are
// single lines, and what the filter sets aside has none.
func FuzzLint(f *testing.F) {
	shared, catalog := sharedRun(f, false)
	for _, rule := range catalog.Rules() {
		examples, err := rulepage.Examples(rulepage.Read(rule.Page).Sections["Bad"])
		require.NoError(f, err)
		for _, example := range examples {
			f.Add([]byte(stream(example.Files)))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		filtered, text := lintBytes(t, shared, data, false)
		unfiltered, _ := lintBytes(t, shared, data, true)
		require.Equal(t, unfiltered, filtered, "%q", text)
	})
}

// sharedRun returns a run over standard input whose rules are compiled once for all
// inputs, and the catalog whose examples are the seeds.
func sharedRun(f *testing.F, fixes bool) (*run, *lint.Catalog) {
	f.Helper()
	shared, err := prepare(context.Background(), &Options{
		Paths: []string{"-"}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS, workers: 1, Fixes: fixes, Limits: manifest.DefaultLimits(),
	})
	require.NoError(f, err)
	require.NoError(f, shared.loaded())
	shared.rules.compileAll()
	catalog, err := Catalog(shared.Options, true)
	require.NoError(f, err)
	return shared, catalog
}

// lintBytes lints standard input and returns the findings as text.
func lintBytes(t *testing.T, shared *run, data []byte, unfiltered bool) (findings []string, text string) {
	t.Helper()
	options := *shared.Options
	options.Overlay, options.unfiltered = map[string][]byte{stdinName: data}, unfiltered
	outcome, err := shared.freshRun(&options).lint(context.Background())
	require.NoError(t, err)
	require.False(t, outcome.Internal, "%v", outcome.Errors)
	file := manifest.Decode(stdinName, data, manifest.DefaultLimits(), nil)
	end := file.Pos(len(file.Text))
	prints := make(map[string]bool)
	for _, finding := range outcome.Findings {
		span := finding.Span
		require.True(t, span.Start.Line >= 1 && span.Start.Column >= 1 && !span.End.Before(span.Start) && !end.Before(span.End), "%+v in %q", span, file.Text)
		require.NotEmpty(t, finding.Message)
		require.False(t, strings.ContainsFunc(finding.Message, func(r rune) bool { return r < ' ' || r == 0x7f }), "%q", finding.Message)
		require.False(t, prints[finding.Fingerprint], "two findings share a fingerprint: %q", finding.Message)
		prints[finding.Fingerprint] = true
		findings = append(findings, fmt.Sprintf("%v %s %s %s", span, finding.Rule, finding.Severity, finding.Message))
	}
	return findings, file.Text
}
