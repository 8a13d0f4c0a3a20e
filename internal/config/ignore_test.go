package config

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

func TestParseComment(t *testing.T) {
	t.Parallel()
	for comment, want := range map[string]*directive{
		"# mxlint:ignore keys/unknown -- a sidecar reads it": {rules: []string{"keys/unknown"}, reason: "a sidecar reads it"},
		"#mxlint:ignore keys/unknown--x":                     {rules: []string{"keys/unknown--x"}},
		"# mxlint:ignore keys/unknown --x":                   {rules: []string{"keys/unknown"}, reason: "x"},
		"# mxlint:ignore a/b,c/d -- x -- y":                  {rules: []string{"a/b", "c/d"}, reason: "x -- y"},
		"##  mxlint:ignore a/b , c/d,a/b -- x":               {rules: []string{"a/b", "c/d"}, reason: "x"},
		"# mxlint:ignore a/b":                                {rules: []string{"a/b"}},
		"# mxlint:ignore a/b --":                             {rules: []string{"a/b"}},
		"# mxlint:ignore a/b since it is, well, old":         {rules: []string{"a/b"}},
		"# mxlint:ignore a/b: old":                           {rules: []string{"a/b"}},
		"# mxlint:ignore":                                    {rules: []string{""}},
		"# mxlint:ignore -- why":                             {rules: []string{""}, reason: "why"},
		"# mxlint:ignore-file a/b,c/d -- x":                  {rules: []string{"a/b", "c/d"}, reason: "x", wholeFile: true},
		"# mxlint:ignored a/b":                               nil,
		"# mxlint:ignore-files a/b":                          nil,
		"# see mxlint:ignore a/b":                            nil,
		"# - name: x # mxlint:ignore a/b -- x":               nil,
		"#":                                                  nil,
	} {
		got, ok := parseComment(comment)
		if want == nil {
			assert.False(t, ok, comment)
			continue
		}
		assert.True(t, ok, comment)
		assert.Equal(t, *want, got, comment)
	}
}

func TestCommentStart(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]int{
		"# a": 0, "  # a": 2, "a: b # c": 5, "a: b\t# c": 5, "a: b#c": -1, "a: b": -1, "": -1,
		`a: "b # c"`: -1, `a: "b" # c`: 7, `a: 'b # c'`: -1, `a: 'it''s # b' # c`: 15, `a: "\" # b" # c`: 12,
		"a: it's # c": 8, `a: b"c # d`: 7, "- \"a # b": 5, "{a: 'x # y', b: z} # c": 19, `- path: '"db-user"' # c`: 20,
		`path "secret/*" { # c`: 18,
	} {
		assert.Equal(t, want, commentStart(line), line)
	}
}

// The lines that an ignore applies to are given by rule.
func TestReadIgnoresLines(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		text string
		want map[string][]int // rule: lines
	}{
		"on the line":               {"a: 1\nb: 2 # mxlint:ignore r/1 -- x\n", map[string][]int{"r/1": {2}}},
		"alone above":               {"# mxlint:ignore r/1 -- x\na: 1\n", map[string][]int{"r/1": {2}}},
		"stacked, over blanks":      {"# mxlint:ignore r/1 -- x\n\n# note\n  # mxlint:ignore r/2 -- x\na: 1 # mxlint:ignore r/3 -- x\n", map[string][]int{"r/1": {5}, "r/2": {5}, "r/3": {5}}},
		"two rules":                 {"a: 1 # mxlint:ignore r/1,r/2 -- x\n", map[string][]int{"r/1": {1}, "r/2": {1}}},
		"last in the file":          {"a: 1\n# mxlint:ignore r/1 -- x\n", map[string][]int{"r/1": nil}},
		"windows line ends":         {"a: 1\r\n# mxlint:ignore r/1 -- x\r\n\r\nb: 2\r\n", map[string][]int{"r/1": {4}}},
		"in a block string":         {"objects: |\n  - name: a # mxlint:ignore r/1 -- x\n  # mxlint:ignore r/2 -- x\n  - name: b\n", map[string][]int{"r/1": {2}, "r/2": {4}}},
		"above azure's string":      {"array:\n  # mxlint:ignore r/1 -- x\n  - |\n    name: a\n    type: b\n", map[string][]int{"r/1": {3, 4}}},
		"behind azure's string":     {"array:\n  - |- # mxlint:ignore r/1 -- x\n\n    # note\n    name: a\n", map[string][]int{"r/1": {2, 5}}},
		"folded, with an indent":    {"array:\n  - >2+ # mxlint:ignore r/1 -- x\n    name: a\n", map[string][]int{"r/1": {2, 3}}},
		"first in azure's string":   {"array:\n  - |\n    # mxlint:ignore r/1 -- x\n    name: a\n", map[string][]int{"r/1": {4}}},
		"a mapping is no string":    {"objects: | # mxlint:ignore r/1 -- x\n  - name: a\n", map[string][]int{"r/1": {1}}},
		"no comment within quotes":  {"a: \"b # mxlint:ignore r/1 -- x\"\n", map[string][]int{}},
		"in a string of many lines": {"- 'a: 1 # mxlint:ignore r/1 -- x\n\n  b: 2'\n", map[string][]int{"r/1": {1}}},
		"json has no comments":      {"", map[string][]int{}},
		"in a patch":                {"patches:\n  - patch: |-\n      a: 1 # mxlint:ignore r/1 -- x\n", map[string][]int{"r/1": {3}}},
		"in what a patch puts":      {"- op: add\n  value: |\n    a: 1 # mxlint:ignore r/1 -- x\n", map[string][]int{"r/1": {3}}},
		"no comment in other texts": {"note: |\n  # mxlint:ignore r/1 -- x\n\n  a: 1 # mxlint:ignore r/2 -- x\nb: 2 # mxlint:ignore r/3 -- x\n", map[string][]int{"r/3": {5}}},
		"behind such a text":        {"- note: !!str >2- # mxlint:ignore r/1 -- x\n    # mxlint:ignore r/2 -- x\n  # mxlint:ignore r/3 -- x\n  b: 2\n", map[string][]int{"r/1": {1}, "r/3": {4}}},
		"a bar is no text":          {"a: b |\n  # mxlint:ignore r/1 -- x\n  c\n", map[string][]int{"r/1": {3}}},
		"an entry that is a string": {"- a|\n# mxlint:ignore r/1\n- a |\n- b\n", map[string][]int{"r/1": {3}}},
	} {
		got := map[string][]int{}
		for _, ignore := range ReadIgnores("a.yaml", test.text) {
			assert.Equal(t, lint.ByComment, ignore.Kind, name)
			got[ignore.Rule] = ignore.Lines
		}
		assert.Equal(t, test.want, got, name)
	}
	assert.Empty(t, ReadIgnores("a.json", "# mxlint:ignore r/1 -- x"))
}

func TestReadIgnoresOfFile(t *testing.T) {
	t.Parallel()
	text := "# licence\n\n# mxlint:ignore-file r/1,r/2 -- x\n---\n# mxlint:ignore-file r/3 -- x\n" +
		"a: 1 # mxlint:ignore-file r/4 -- x\n# mxlint:ignore-file r/5 -- x\n---\n# mxlint:ignore-file r/6 -- x\nb: 2\n"
	holds := map[string]bool{}
	for _, ignore := range ReadIgnores("a.yaml", text) {
		assert.Equal(t, lint.ByFileComment, ignore.Kind)
		holds[ignore.Rule] = ignore.applies(&lint.Finding{Span: manifest.Span{Path: "a.yaml", Start: manifest.Pos{Line: 10, Column: 1}}})
		assert.False(t, ignore.applies(&lint.Finding{Span: manifest.Span{Path: "b.yaml"}}))
	}
	assert.Equal(t, map[string]bool{"r/1": true, "r/2": true, "r/3": true, "r/4": false, "r/5": false, "r/6": false}, holds)
}

func TestReadIgnoresSpan(t *testing.T) {
	t.Parallel()
	ignores := ReadIgnores("a.yaml", "x: 1\nnäme: ö # mxlint:ignore r/1 -- weiß \r\n")
	require.Len(t, ignores, 1)
	assert.Equal(t, manifest.Span{Path: "a.yaml", Start: manifest.Pos{Line: 2, Column: 9}, End: manifest.Pos{Line: 2, Column: 36}}, ignores[0].Span)
	assert.Equal(t, "weiß", ignores[0].Reason)
}

func at(rule, path string, line int) lint.Finding {
	return lint.Finding{Rule: rule, Span: manifest.Span{Path: path, Start: manifest.Pos{Line: line, Column: 3}}}
}

func TestAnnotationIgnores(t *testing.T) {
	t.Parallel()
	span := manifest.Span{Path: "a.yaml", Start: manifest.Pos{Line: 4, Column: 20}}
	for value, want := range map[string][]string{
		"r/1: why":              {"r/1=why"},
		"r/1,r/2: why: really":  {"r/1=why: really", "r/2=why: really"},
		"r/1: a\n\nr/2, r/3: b": {"r/1=a", "r/2=b", "r/3=b"},
		"r/1":                   {"r/1="},
		"r/1 -- why: so":        {"r/1=why: so"},
		"r/1:":                  {"r/1="},
		"":                      {"="},
	} {
		var got []string
		for _, ignore := range AnnotationIgnores(value, span, Scope{}) {
			assert.Equal(t, span, ignore.Span)
			assert.Equal(t, lint.ByAnnotation, ignore.Kind)
			got = append(got, ignore.Rule+"="+ignore.Reason)
		}
		assert.Equal(t, want, got, value)
	}
}

func TestAnnotationAppliesToItsResource(t *testing.T) {
	t.Parallel()
	object := lint.ObjectID{Kind: "SecretProviderClass", Name: "orders"}
	named := Scope{Resources: []Resource{{Object: object}}}
	own, other := at("r/1", "x.yaml", 1), at("r/1", "x.yaml", 1)
	own.Object, other.Object = object, lint.ObjectID{Kind: "MendixApp", Name: "orders"}
	assert.True(t, named.contains(&own))
	assert.False(t, named.contains(&other))

	pos := func(line int) manifest.Pos { return manifest.Pos{Line: line, Column: 1} }
	placed := Scope{Resources: []Resource{{Object: object}}, Extents: []manifest.Span{
		{Path: "a.yaml", Start: pos(5), End: pos(9)}, {Path: "patch.yaml", Start: pos(1)},
	}}
	for finding, want := range map[*lint.Finding]bool{
		ptr(at("r/1", "a.yaml", 5)): true, ptr(at("r/1", "a.yaml", 8)): true, ptr(at("r/1", "a.yaml", 4)): false,
		ptr(at("r/1", "a.yaml", 9)): false, ptr(at("r/1", "b.yaml", 6)): false, ptr(at("r/1", "patch.yaml", 70)): true,
		&own: false,
	} {
		assert.Equal(t, want, placed.contains(finding), finding.Span)
	}
}

func ptr[T any](value T) *T { return &value }

func TestApplyAndFacts(t *testing.T) {
	t.Parallel()
	text := strings.Join([]string{
		"# mxlint:ignore-file keys/unknown -- all of it",
		"a: 1 # mxlint:ignore keys/unknown,keys/misspelled -- here",
		"b: 2 # mxlint:ignore keys/misspelled",
		"c: 3 # mxlint:ignore keys/unknwon -- typo",
		"d: 4 # mxlint:ignore vault/insecure-transport",
	}, "\n")
	ignores := NewIgnores(ReadIgnores("a.yaml", text))
	findings := []lint.Finding{
		at("keys/unknown", "a.yaml", 2), at("keys/misspelled", "a.yaml", 3), at("keys/misspelled", "a.yaml", 4),
		at("keys/unknown", "b.yaml", 2), at("keys/unknwon", "a.yaml", 4), at("keys/unknown", "a.yaml", 5),
	}
	findings[5].Suppressed = &lint.Suppression{Kind: lint.ByBaseline}
	ignores.Apply(findings)
	for i, want := range []*lint.Suppression{
		{Kind: lint.ByFileComment, Reason: "all of it"}, {Kind: lint.ByComment}, nil, nil, {Kind: lint.ByComment, Reason: "typo"}, {Kind: lint.ByBaseline},
	} {
		assert.Equal(t, want, findings[i].Suppressed, i)
	}

	var told []string
	for _, fact := range ignores.Facts(someRules, func(ignore *Ignore) bool {
		assert.Equal(t, "a.yaml", ignore.Span.Path)
		return ignore.Rule != "vault/insecure-transport"
	}) {
		line := fact.Rule
		if fact.Ran && !fact.Used {
			line += " unused"
		}
		if fact.Reason == "" {
			line += " without reason"
		}
		if !fact.Known {
			line += " unknown, near " + fact.Nearest
		}
		told = append(told, line)
	}
	assert.Equal(t, []string{
		"keys/unknown", "keys/unknown", "keys/misspelled unused", "keys/misspelled without reason",
		"keys/unknwon unknown, near keys/unknown", "vault/insecure-transport without reason",
	}, told)
}

func FuzzReadIgnores(f *testing.F) {
	for _, seed := range []string{
		"a: 1 # mxlint:ignore r/1 -- x", "# mxlint:ignore-file r/1", "- |\n  # mxlint:ignore r/1,\n  a\n", "'\"# mxlint:ignore", "\r\n#mxlint:ignore\r",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Split(text, "\n")
		for _, ignore := range ReadIgnores("a.yaml", text) {
			line := lines[ignore.Span.Start.Line-1]
			if end := ignore.Span.End; end.Line != ignore.Span.Start.Line || end.Column-1 > utf8.RuneCountInString(line) {
				t.Errorf("the span %v leaves its line %q", ignore.Span, line)
			}
			for _, target := range ignore.Lines {
				if target < ignore.Span.Start.Line || target > len(lines) {
					t.Errorf("line %d is none that line %d can hold for", target, ignore.Span.Start.Line)
				}
			}
		}
		AnnotationIgnores(text, manifest.Span{}, Scope{})
	})
}
