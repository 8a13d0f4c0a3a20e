package report

import (
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

func TestRepositoryPath(t *testing.T) {
	t.Parallel()
	root := "/repo"
	if runtime.GOOS == "windows" {
		root = "C:/repo"
	}
	context := &Context{WorkingDirectory: filepath.FromSlash(root + "/deploy"), Repository: filepath.FromSlash(root)}
	for path, want := range map[string]string{
		"k8s/a.yaml":            "deploy/k8s/a.yaml",
		"../b.yaml":             "b.yaml",
		"../../c.yaml":          "../../c.yaml",
		root + "/x/d.yaml":      "x/d.yaml",
		root + "-other/e.yaml":  root + "-other/e.yaml",
		"<stdin>":               "<stdin>",
		"..hidden/f.yaml":       "deploy/..hidden/f.yaml",
		"../deploy/../g/h.yaml": "g/h.yaml",
	} {
		assert.Equal(t, want, context.repositoryPath(path))
		assert.Equal(t, path, (&Context{}).repositoryPath(path))
	}
}

func TestGitHubSpans(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		span manifest.Span
		want string
	}{
		{span("a", 3, 5, 3, 9), "::error file=a,line=3,endLine=3,col=5,endColumn=9,title=r::m\n"},
		{span("a", 3, 5, 3, 5), "::error file=a,line=3,endLine=3,col=5,endColumn=5,title=r::m\n"},
		{span("a", 3, 5, 5, 2), "::error file=a,line=3,endLine=5,title=r::m\n"},
		{span("a", 3, 5, 5, 1), "::error file=a,line=3,endLine=4,title=r::m\n"},
		{span("a", 0, 0, 0, 0), "::error file=a,line=1,endLine=1,col=1,endColumn=1,title=r::m\n"},
		{span("a", 3, 5, 2, 9), "::error file=a,line=3,endLine=3,col=5,endColumn=5,title=r::m\n"},
	} {
		result := &lint.Result{Findings: []lint.Finding{{Rule: "r", Severity: lint.Error, Message: "m", Span: c.span}}}
		assert.Equal(t, c.want, string(write(t, "github", result, &Context{})))
	}
}

func TestPrintable(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"plain ü 注 ☕":   "plain ü 注 ☕",
		"\x1b[0m\a\x7f": `\x1b[0m\x07\x7f`,
		"a\tb\nc\r":     `a\tb\nc\r`,
		"\u0085\u009b":  `\u0085\u009b`,
		"\u2028\u202e":  `\u2028\u202e`,
		"\ufeff\u200b":  `\ufeff\u200b`,
		"\U000e0041":    `\U000e0041`,
		"\xc3\x28":      `\xc3(`,
		"\ufffd":        "\ufffd",
	} {
		assert.Equal(t, want, printable(text))
	}
}
