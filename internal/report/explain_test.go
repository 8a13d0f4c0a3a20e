package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
)

const explained = "# vault/kv2-data-path\n\nA path **without** `data/`, see [the docs](https://example.com/kv), [its sibling](../path/rule.md), <https://example.com/b> " +
	"and [brackets]. It goes on for so long that it has to be wrapped somewhere near the hundredth column.\n\n" +
	"## Bad\n\nBase: vault without ServiceAccount\nOperator: 2.9.0\nwant@3 a/b\n\n```yaml\n# file: class.yaml\nobjects: |\n\t- {a: b} # want keys/unknown\n  # want@+1 keys/unknown\n\n  c: d # kept\n```\n\n" +
	"---\n\nfile: policy.json\n```json\n{\"a\": 1} // want access/iam-policy\n```\n\n```\nplain\n```\n\n" +
	"## Sources\n\n- one [link](https://example.com/one)\n  that goes on\n- two\n1. first\n\n| a | b |\n|---|---|\n"

func explain(t *testing.T, rule *lint.Rule, colored bool) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Explain(&b, rule, colored))
	return b.String()
}

func TestExplainGolden(t *testing.T) {
	t.Parallel()
	rule := &lint.Rule{
		ID: "vault/kv2-data-path", Title: "a path without data/", Severity: lint.Error, Since: "0.1.0", Fixable: true,
		Providers: []string{"vault"}, Page: explained,
	}
	golden(t, "explain", []byte(explain(t, rule, false)))
	golden(t, "explain-color", []byte(explain(t, rule, true)))
	custom := &lint.Rule{ID: "team/name", Title: "a name", Description: "names are long", Severity: lint.Info, Sources: []string{"https://example.com"}}
	golden(t, "explain-custom", []byte(explain(t, custom, false)))
}

func TestExplainShowsNoMarks(t *testing.T) {
	t.Parallel()
	got := explain(t, &lint.Rule{ID: "a/b", Page: explained}, false)
	for _, mark := range []string{"want", "Base:", "```", "---\n\n", "\x1b", "](http", "**"} {
		assert.NotContains(t, got, mark)
	}
	for line := range strings.Lines(got) {
		assert.LessOrEqual(t, len([]rune(line)), pageWidth+1, line)
	}
	assert.Contains(t, got, "[brackets]")
	assert.Contains(t, got, "c: d # kept")
}

// TestExplainUnclosed expects what does not begin a link to be shown unchanged, however
// much there is of it.
func TestExplainUnclosed(t *testing.T) {
	t.Parallel()
	for _, begun := range []string{"[", "[]", "[a](", "<https://", "<", "]("} {
		page := strings.Repeat(begun, 1<<20/len(begun))
		assert.Contains(t, explain(t, &lint.Rule{ID: "a/b", Page: page}, false), page, begun)
	}
}

// Pages of custom policies may contain anything.
func FuzzExplain(f *testing.F) {
	for _, seed := range []string{explained, "", "```", "[a](", "`", "**", "- ", "# file: x", "```\n# want \n", "[[](x)", "<https://", "1. ", "a\r\nb\x1b[0m"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, page string) {
		got := explain(t, &lint.Rule{ID: "a/b", Page: page}, false)
		assert.NotContains(t, got, "\x1b")
		assert.NotContains(t, got, "\r")
	})
}
