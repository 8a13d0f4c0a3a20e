package engine_test

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// TestSkippedStages expects the same findings from rules compiled in full and from
// rules compiled as in a run, without the stages that only check.
func TestSkippedStages(t *testing.T) {
	t.Parallel()
	total := 0
	for _, folder := range []string{"demo", "broken", "position", "clean"} {
		findings := func(strict bool) []lint.Finding {
			options := engine.Options{
				Paths: []string{filepath.Join("..", "..", "fixtures", folder)},
				Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS, Fixes: true,
			}
			if strict {
				options = engine.Strict(options)
			}
			outcome, err := engine.Lint(context.Background(), options)
			require.NoError(t, err)
			return outcome.Findings
		}
		quick := findings(false)
		total += len(quick)
		require.Empty(t, cmp.Diff(findings(true), quick), folder)
	}
	require.Greater(t, total, 20)
}
