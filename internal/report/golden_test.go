package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
)

var update = flag.Bool("update", false, "rewrite the goldens of this package")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "to accept: go test ./internal/report -update")
}

func write(t *testing.T, format string, result *lint.Result, c *Context) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, format, result, c))
	return b.Bytes()
}

func TestFormatsGolden(t *testing.T) {
	t.Parallel()
	for _, format := range Formats() {
		t.Run(format, func(t *testing.T) {
			t.Parallel()
			golden(t, format, write(t, format, sample(), sampleContext()))
			golden(t, format+"-empty", write(t, format, &lint.Result{Files: 1}, &Context{Version: "1.2.3"}))
		})
	}
}

func TestTextGolden(t *testing.T) {
	t.Parallel()
	for name, set := range map[string]func(*Context){
		"text-source": func(c *Context) { c.ShowSource = true },
		"text-color":  func(c *Context) { c.ShowSource, c.Color = true, true },
		"text-max":    func(c *Context) { c.MaxFindings = 2 },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := sampleContext()
			set(c)
			golden(t, name, write(t, "text", sample(), c))
		})
	}
}

func TestJobSummaryGolden(t *testing.T) {
	t.Parallel()
	var full, empty bytes.Buffer
	require.NoError(t, JobSummary(&full, sample(), sampleContext()))
	golden(t, "jobsummary", full.Bytes())
	require.NoError(t, JobSummary(&empty, &lint.Result{Files: 2}, sampleContext()))
	golden(t, "jobsummary-empty", empty.Bytes())
}

func TestOnlyTextIsCut(t *testing.T) {
	t.Parallel()
	cut := sampleContext()
	cut.MaxFindings = 1
	for _, format := range Formats()[1:] {
		assert.Equal(t, string(write(t, format, sample(), sampleContext())), string(write(t, format, sample(), cut)), format)
	}
}
