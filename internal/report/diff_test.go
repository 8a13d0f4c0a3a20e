package report_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/report"
)

func TestDiff(t *testing.T) {
	t.Parallel()
	const diff = "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n \tsame\x1b[2J\n--- old\n+new\n"
	var plain, colored bytes.Buffer
	require.NoError(t, report.Diff(&plain, diff, false))
	assert.Equal(t, diff, plain.String())
	require.NoError(t, report.Diff(&colored, diff, true))
	assert.Contains(t, colored.String(), "\x1b[1m--- a/x")
	assert.Contains(t, colored.String(), "\x1b[31m--- old", "a line that looks like a name is one that goes")
	assert.Contains(t, colored.String(), " \tsame\\x1b[2J\n", "what a terminal would obey is escaped")
}

func TestFixSummary(t *testing.T) {
	t.Parallel()
	for want, counts := range map[string]report.FixCounts{
		"nothing to fix; left: no findings":                             {},
		"1 fix to make in 1 file; left: 1 info":                         {Fixes: 1, Files: 1, Left: lint.Summary{Infos: 1}},
		"3 fixes made in 2 files; 1 more with --unsafe; left: 2 errors": {Fixes: 3, Files: 2, Written: true, Unsafe: 1, Left: lint.Summary{Errors: 2}},
	} {
		assert.Equal(t, want, report.FixSummary(counts))
	}
}
