package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
)

// raw are characters that no output may contain unescaped.
const raw = "\x1b\x00\r\xff\u202e"

func TestHostileText(t *testing.T) {
	t.Parallel()
	for format, lines := range map[string]int{"text": 3, "github": 1} {
		got := string(write(t, format, hostile(), &Context{}))
		assert.Equal(t, lines, strings.Count(got, "\n"), "%s: %q", format, got)
	}
	for _, format := range Formats() {
		got := string(write(t, format, hostile(), &Context{}))
		assert.True(t, utf8.ValidString(got), format)
		for _, r := range "\x1b\x00\r" {
			assert.NotContains(t, got, string(r), format)
		}
	}
	for _, format := range []string{"text", "github", "junit", "checkstyle"} {
		assert.False(t, strings.ContainsAny(string(write(t, format, hostile(), &Context{})), raw), format)
	}
}

func TestTextIsNoWorkflowCommand(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"::stop-commands::x", " ::add-mask::x", "a.yaml"} {
		result := &lint.Result{Findings: []lint.Finding{{
			Message: "m", Span: span(path, 1, 1, 1, 2), Related: []lint.Note{{Span: span("::error::x", 1, 1, 1, 1)}},
		}}}
		context := &Context{ShowSource: true, Source: func(string) ([]string, bool) { return []string{"  ::error::x"}, true }}
		text := string(write(t, "text", result, context))
		for _, line := range strings.Split(text, "\n") {
			assert.False(t, strings.HasPrefix(strings.TrimSpace(line), "::"), line)
		}
		assert.Contains(t, text, "::error::x")
	}
}

func TestGitHubEscapes(t *testing.T) {
	t.Parallel()
	got := string(write(t, "github", hostile(), &Context{}))
	properties, message, found := strings.Cut(strings.TrimPrefix(got, "::error "), "::")
	require.True(t, found)
	assert.True(t, strings.HasPrefix(properties, "file=dir/a%0Ab%0D%3A%3Aerror%3A%3Ax%250A"), properties)
	assert.Contains(t, properties, "%2C%3A")
	assert.True(t, strings.HasPrefix(message, "a%0Ab%0D::error::x%250A"), message)
	assert.NotContains(t, got, "%0A\x1b")
}

func TestXMLKeepsTheText(t *testing.T) {
	t.Parallel()
	var report checkstyleReport
	require.NoError(t, xml.Unmarshal(write(t, "checkstyle", hostile(), &Context{}), &report))
	want := `a\nb\r::error::x%0A\x1b[31m]]>"'<&>,:|` + "`" + `$x$\u202e\xff\x00`
	assert.Equal(t, want, report.Files[0].Errors[0].Message)
	assert.Equal(t, "dir/"+want+".yaml", report.Files[0].Name)
}

func TestJSONKeepsTheText(t *testing.T) {
	t.Parallel()
	var report jsonReport
	require.NoError(t, json.Unmarshal(write(t, "json", hostile(), &Context{}), &report))
	assert.Equal(t, strings.ToValidUTF8(hostile().Findings[0].Message, "\ufffd"), report.Findings[0].Message)
}

// TestJobSummaryFits checks that a page of long messages stays below the limit of
// GitHub.
func TestJobSummaryFits(t *testing.T) {
	t.Parallel()
	finding := lint.Finding{Rule: "keys/unknown", Severity: lint.Error, Message: strings.Repeat("$", 2000)}
	result := &lint.Result{Findings: slices.Repeat([]lint.Finding{finding}, 400)}
	var page bytes.Buffer
	require.NoError(t, JobSummary(&page, result, &Context{}))
	assert.Less(t, page.Len(), 1<<20)
	rows := strings.Count(page.String(), "\n| error |")
	assert.Positive(t, rows)
	assert.Contains(t, page.String(), fmt.Sprintf("\n... and %d more findings.\n", 400-rows))
}

func TestJobSummaryEscapes(t *testing.T) {
	t.Parallel()
	result := hostile()
	result.Findings[0].Message = "<b>|`*_x_*` $a$ [l](u)\n\\"
	var b bytes.Buffer
	require.NoError(t, JobSummary(&b, result, &Context{}))
	assert.Contains(t, b.String(), "| &lt;b&gt;\\|\\`\\*\\_x\\_\\*\\` <span>$</span>a<span>$</span> \\[l\\](u)\\\\n\\\\ |")
	assert.False(t, strings.ContainsAny(b.String(), raw))
}

func TestSARIFArtifacts(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]sarifArtifact{
		"k8s/a b.yaml":  {URI: "k8s/a%20b.yaml", URIBaseID: "%SRCROOT%"},
		"a:b.yaml":      {URI: "./a:b.yaml", URIBaseID: "%SRCROOT%"},
		"<stdin>":       {URI: "%3Cstdin%3E", URIBaseID: "%SRCROOT%"},
		"../x.yaml":     {URI: "../x.yaml", URIBaseID: "%SRCROOT%"},
		"/etc/ü.yaml":   {URI: "file:///etc/%C3%BC.yaml"},
		"C:/k8s/x.yaml": {URI: "file:///C:/k8s/x.yaml"},
		"50%#?.yaml":    {URI: "50%25%23%3F.yaml", URIBaseID: "%SRCROOT%"},
	} {
		assert.Equal(t, want, (&Context{}).newSARIFArtifact(path))
	}
}
