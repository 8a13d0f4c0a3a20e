package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// findingKey identifies a finding before it is settled.
func findingKey(t *testing.T, rule, message string, at any) string {
	t.Helper()
	place, err := json.Marshal(at)
	require.NoError(t, err)
	return rule + " | " + message + " | " + string(place)
}

// TestBundle evaluates the bundle as the stock OPA does, on the output of inspect, and
// expects the findings of the engine.
func TestBundle(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "mxlint.tar.gz")
	again := filepath.Join(t.TempDir(), "again.tar.gz")
	for _, name := range []string{file, again} {
		var out, stderr bytes.Buffer
		require.Zero(t, run([]string{"policy", "bundle", "-o", name}, nil, &out, &stderr), stderr.String())
	}
	first, err := os.ReadFile(file)
	require.NoError(t, err)
	second, err := os.ReadFile(again)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(first, second), "the same bytes each time")

	query, err := rego.New(rego.Query("data.mxlint.main.all"), rego.LoadBundle(file)).PrepareForEval(context.Background())
	require.NoError(t, err)
	total := 0
	for _, folder := range []string{"demo", "broken", "position", "clean"} {
		folder = filepath.Join("..", "..", "fixtures", folder)
		want := judged(t, folder)
		total += len(want)
		assert.Equal(t, want, evaluated(t, query, folder), folder)
	}
	assert.Greater(t, total, 20, "the fixtures have findings")
}

// judged returns the findings of the engine for what inspect prints.
func judged(t *testing.T, folder string) []string {
	t.Helper()
	ctx := context.Background()
	subjects, _, err := engine.Inspect(ctx, engine.Options{Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS})
	require.NoError(t, err)
	evaluator, err := policy.NewCompiler(policy.Sources{Rules: rules.FS, Policies: policies.FS}, false, policy.Limits{}).Compile(ctx, nil)
	require.NoError(t, err)
	findings := []string{}
	for _, subject := range subjects {
		reports, err := evaluator.Judge(ctx, new(policy.Inputs).Of(subject))
		require.NoError(t, err)
		for _, report := range reports {
			findings = append(findings, findingKey(t, report.Rule, report.Message, report.At))
		}
	}
	sort.Strings(findings)
	return findings
}

// evaluated returns the findings of OPA for the document that inspect prints.
func evaluated(t *testing.T, query rego.PreparedEvalQuery, folder string) []string {
	t.Helper()
	var out, stderr bytes.Buffer
	run([]string{"inspect", "--format", "json", "--allow-empty", folder}, strings.NewReader(""), &out, &stderr)
	var input any
	require.NoError(t, json.Unmarshal(out.Bytes(), &input), stderr.String())
	results, err := query.Eval(context.Background(), rego.EvalInput(input))
	require.NoError(t, err)
	require.Len(t, results, 1)
	text, err := json.Marshal(results[0].Expressions[0].Value)
	require.NoError(t, err)
	var reports []struct {
		Rule, Message string
		At            link.Place
	}
	require.NoError(t, json.Unmarshal(text, &reports))
	findings := []string{}
	for _, report := range reports {
		findings = append(findings, findingKey(t, report.Rule, report.Message, report.At))
	}
	sort.Strings(findings)
	return findings
}
