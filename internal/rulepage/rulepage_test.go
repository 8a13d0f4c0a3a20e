package rulepage_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/rulepage"
)

const page = "# team/x\n\n## Bad\n\nOperator: 2.9.0\nwant@2 team/y,team/z\n\n```yaml\n# file: a/b.yaml\nkind: MendixApp # want team/x\n# want@+1 team/x\nx: 1\n```\n\n" +
	"```text\nkind: X # want team/none\n```\n---\nBase: vault without ServiceAccount\n\n```json\n{\n  \"kind\": \"MendixApp\"\n}\n```\n\n## Good\n\n```yaml\n## not a heading\n```\n"

func TestExamples(t *testing.T) {
	t.Parallel()
	read := rulepage.Read(page)
	assert.Equal(t, []string{"Bad", "Good"}, read.Headings)
	bad, err := rulepage.Examples(read.Sections["Bad"])
	require.NoError(t, err)
	require.Len(t, bad, 2)
	assert.Equal(t, "2.9.0", bad[0].Operator)
	assert.Equal(t, []string{"a/b.yaml:2 team/x", "a/b.yaml:2 team/y", "a/b.yaml:2 team/z", "a/b.yaml:4 team/x"}, bad[0].Wants)
	assert.Len(t, bad[0].Files, 1, "a text is no file")
	assert.ElementsMatch(t, []string{"example1.json", "base-class.yaml"}, names(&bad[1]))
	good, err := rulepage.Examples(read.Sections["Good"])
	require.NoError(t, err)
	assert.Equal(t, []string{"example1.yaml"}, names(&good[0]))
}

func names(e *rulepage.Example) []string {
	var names []string
	for name := range e.Files {
		names = append(names, name)
	}
	return names
}

// TestFileOutsideFolder checks that the files of an example stay in its folder.
func TestFileOutsideFolder(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"../x.yaml", "/etc/x.yaml", "a/../../x.yaml"} {
		_, err := rulepage.Examples("```yaml\n# file: " + name + "\n```\n")
		assert.ErrorContains(t, err, "outside", name)
	}
}

// TestIneffectiveMarks checks that marks without effect are errors.
func TestIneffectiveMarks(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Base: gcp\n```yaml\nx: 1\n```\n":                                          "Base: gcp",
		"Base: vault without Servicaccount\n```yaml\nx: 1\n```\n":                  "Servicaccount",
		"```yaml\nx: 1\n```\nwant@2 team/x\n":                                      "want@2 team/x is not before a file",
		"```yaml\nx: 1\n```\nwant@4 team/x\nwant@3 team/x\nwant@2 team/x\n":        "want@4 team/x is not before a file",
		"```yaml\n# file: a.yaml\nx: 1\n```\n```yaml\n# file: a.yaml\ny: 1\n```\n": "file \"a.yaml\" is shown twice",
	} {
		_, err := rulepage.Examples(text)
		assert.ErrorContains(t, err, want)
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()
	const text = "# team/x\n## Bad\n```yaml\n# file: a.yaml\nx: 1 # want team/x\n```\n## Good\n```yaml\nx: 2\n```\n"
	finding := func(rule, file string, line int, severity lint.Severity) lint.Finding {
		return lint.Finding{Rule: rule, Severity: severity, Message: "m", Span: manifest.Span{Path: file, Start: manifest.Pos{Line: line}}}
	}
	cases := []struct {
		name     string
		text     string
		findings []lint.Finding // in Bad
		want     []string
	}{
		{"right", text, []lint.Finding{finding("team/x", "a.yaml", 2, lint.Error)}, nil},
		{"infos are free", text, []lint.Finding{finding("team/x", "a.yaml", 2, lint.Error), finding("team/i", "a.yaml", 1, lint.Info)}, nil},
		{"bystanders are free", text, []lint.Finding{finding("team/x", "a.yaml", 2, lint.Error), finding("by/stander", "a.yaml", 1, lint.Error)}, nil},
		{"missing", text, nil, []string{"Bad example 1: marked, and not found: a.yaml:2 team/x"}},
		{"unmarked", text, []lint.Finding{finding("team/x", "a.yaml", 2, lint.Error), finding("team/y", "a.yaml", 1, lint.Warning)}, []string{"Bad example 1: unmarked finding a.yaml:1 team/y: m"}},
		{"nothing shown", "# team/x\n", nil, []string{"Bad shows nothing", "Good shows nothing", `no Bad example marks "team/x"`}},
		{"another page", strings.Replace(text, "# team/x\n", "# team/z\n", 1), []lint.Finding{finding("team/x", "a.yaml", 2, lint.Error)}, []string{`the page does not begin with "# team/x"`}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			calls := 0
			linter := func(_ context.Context, folder, _ string) ([]lint.Finding, error) {
				if calls++; calls > 1 {
					return nil, nil // Good
				}
				var findings []lint.Finding
				for _, f := range c.findings {
					f.Span.Path = filepath.ToSlash(filepath.Join(folder, f.Span.Path))
					findings = append(findings, f)
				}
				return findings, nil
			}
			got, err := rulepage.Check(context.Background(), "team/x", c.text, linter, func(id string) bool { return id == "by/stander" })
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
	wrong := errors.New("wrong")
	_, err := rulepage.Check(context.Background(), "team/x", text, func(context.Context, string, string) ([]lint.Finding, error) { return nil, wrong }, nil)
	require.ErrorIs(t, err, wrong)
}

// FuzzExamples reads pages written by others: no panic, and no file outside the
// folder.
func FuzzExamples(f *testing.F) {
	f.Add(page)
	f.Add("```yaml")
	f.Add("want@99999999999999999999 a/b\n```yaml\n```\n")
	f.Add("Base: azure\n```yaml\n# file: ..\n```")
	f.Fuzz(func(t *testing.T, text string) {
		examples, err := rulepage.Examples(text)
		if err != nil {
			return
		}
		for _, example := range examples {
			for name := range example.Files {
				if !filepath.IsLocal(filepath.FromSlash(name)) {
					t.Fatalf("file %q lies outside", name)
				}
			}
		}
	})
}

func TestVisibleLines(t *testing.T) {
	t.Parallel()
	block := []string{"# file: a.yaml", "a: 1 # want team/x", "# want@+1 team/y", "b: 2", "c: # want team/x,team/y", "d: 4 # kept"}
	assert.Equal(t, []rulepage.Line{
		{Text: "a: 1", Rules: "team/x"}, {Text: "b: 2", Rules: "team/y"}, {Text: "c:", Rules: "team/x,team/y"}, {Text: "d: 4 # kept", Rules: "team/z"},
	}, rulepage.VisibleLines(block, []string{"want@6 team/z", "Base: vault"}))
	assert.Equal(t, []rulepage.Line{{Text: "{"}, {Text: "}"}}, rulepage.VisibleLines([]string{"{", "}"}, nil))
}
