package report

import (
	"errors"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
)

func TestUnknownFormat(t *testing.T) {
	t.Parallel()
	assert.EqualError(t, Write(io.Discard, "sariff", sample(), sampleContext()), `unknown format "sariff": did you mean "sarif"?`)
	assert.EqualError(t, Write(io.Discard, "pdf", sample(), sampleContext()),
		`unknown format "pdf": it is one of text, json, sarif, github, gitlab, junit, checkstyle`)
}

type brokenPipe struct{}

var errPipe = errors.New("broken pipe")

func (brokenPipe) Write([]byte) (int, error) { return 0, errPipe }

func TestWriteErrorsAreReported(t *testing.T) {
	t.Parallel()
	many := sample()
	for range 200 {
		many.Findings = append(many.Findings, sample().Findings...)
	}
	for _, format := range Formats() {
		require.ErrorIs(t, Write(brokenPipe{}, format, sample(), sampleContext()), errPipe, format)
		require.ErrorIs(t, Write(brokenPipe{}, format, many, sampleContext()), errPipe, format)
	}
	require.ErrorIs(t, JobSummary(brokenPipe{}, sample(), sampleContext()), errPipe)
}

func TestSummary(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		result *lint.Result
		want   string
	}{
		{sample(), "3 errors, 1 warning, 1 info in 1 environment of 3 files (2 suppressed, 2 documents of others, 4 files set aside)"},
		{&lint.Result{Files: 1, Environments: 2}, "no findings in 2 environments of 1 file"},
		{&lint.Result{IgnoredDocuments: 1, SetAside: 1}, "no findings in 0 environments of 0 files (1 document of others, 1 file set aside)"},
	} {
		assert.Equal(t, c.want, Summary(c.result))
	}
}
