package engine_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/report"
	"example.com/mxlint/internal/rulepage"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// lintFolder lints a folder with all rules, as the command does.
func lintFolder(t *testing.T, folder, operator string) []lint.Finding {
	t.Helper()
	options := engine.Options{Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS, Fixes: true}
	if operator != "" {
		options.Operators = []link.Version{link.OperatorVersion(operator, "--operator-version")}
	}
	found, err := config.Find(folder)
	require.NoError(t, err)
	if found != "" && strings.HasPrefix(found, folder) {
		options.Config, err = config.Load(found, "")
		require.NoError(t, err)
	}
	outcome, err := engine.Lint(context.Background(), options)
	require.NoError(t, err)
	require.Empty(t, outcome.Errors)
	return outcome.Findings
}

// TestRules checks every rule against its page: Bad yields exactly the findings that it
// marks, and Good none under all rules.
func TestRules(t *testing.T) {
	t.Parallel()
	catalog, err := engine.Catalog(&engine.Options{Rules: rules.FS}, true)
	require.NoError(t, err)
	for _, rule := range catalog.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			text, err := fs.ReadFile(rules.FS, rule.ID+"/rule.rego")
			require.NoError(t, err)
			category, name, _ := strings.Cut(rule.ID, "/")
			written := fmt.Sprintf("package mxlint.rules.%s[%q]\n", category, name)
			if !strings.Contains(name, "-") {
				written = fmt.Sprintf("package mxlint.rules.%s.%s\n", category, name)
			}
			assert.Contains(t, string(text), written, "the package names the folder")
			assert.NotEmpty(t, rule.Title)
			assert.NotEmpty(t, rule.Description)
			assert.NotEmpty(t, rule.Since)
			require.NotEmpty(t, rule.Page, "rule.md is missing")
			want, wrong := rulepage.Read(rule.Page).WrongHeadings()
			assert.False(t, wrong, "the headings are, in order: %s", strings.Join(want, ", "))
			departures, err := rulepage.Check(context.Background(), rule.ID, rule.Page, func(_ context.Context, folder, operator string) ([]lint.Finding, error) {
				return lintFolder(t, folder, operator), nil
			}, nil)
			require.NoError(t, err)
			assert.Empty(t, departures)
		})
	}
}

var update = flag.Bool("update", false, "rewrite the index of rules")

// TestIndex checks rules/README.md against the metadata of the rules.
func TestIndex(t *testing.T) {
	t.Parallel()
	catalog, err := engine.Catalog(&engine.Options{Rules: rules.FS}, true)
	require.NoError(t, err)
	var want bytes.Buffer
	require.NoError(t, report.Rules(&want, "markdown", catalog))
	path := filepath.Join("..", "..", "rules", "README.md")
	if *update {
		require.NoError(t, os.WriteFile(path, want.Bytes(), 0o644))
	}
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, want.String(), string(got), "run `make update`")
}
