package policy_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/policy"
	"example.com/mxlint/policies"
)

const header = "# METADATA\n# title: t\n# description: d\n# custom:\n#   severity: warning\n#   since: 1.0.0\n"

// custom returns a folder with one rule, team/hostile, with the given text after its
// header and package (line 7); the text begins in line 9.
func custom(text string) map[string]fs.FS {
	return map[string]fs.FS{"pol": fstest.MapFS{
		"team/hostile/rule.rego": {Data: []byte(header + "package custom.rules.team.hostile\n\n" + text)},
	}}
}

// compile compiles custom policies without the built-in rules, which would take long.
func compile(t *testing.T, folders map[string]fs.FS, limits policy.Limits) (*policy.Evaluator, error) {
	t.Helper()
	return policy.NewCompiler(policy.Sources{Rules: fstest.MapFS{}, Policies: policies.FS, Custom: folders}, false, limits).Compile(context.Background(), nil)
}

// subject returns an environment with just enough to be judged.
func subject() *link.Subject {
	place := link.Place{Doc: "class.yaml#0", Path: "/metadata/name", Part: "value"}
	class := &link.Class{Resource: link.Resource{ID: "class.yaml#0", Kind: "SecretProviderClass", Name: "orders", NameAt: place}}
	return &link.Subject{
		Environment: link.Environment{ID: "shop/orders", Name: "orders", Namespace: "shop", Resources: link.Resources{Class: class}},
		Broken:      []link.Broken{{Path: "b.yaml", At: link.Place{Doc: "file:b.yaml", Part: "value", Line: 3, Column: 1}}},
	}
}

// A link to a folder of rules is followed, and a cycle ends.
func TestLinkedPolicies(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	rule := filepath.Join(folder, "shared", "two-replicas")
	require.NoError(t, os.MkdirAll(rule, 0o755))
	require.NoError(t, os.MkdirAll(filepath.Join(folder, "pol", "team"), 0o755))
	text := header + "package custom.rules.team[\"two-replicas\"]\n\nreport contains {\"message\": \"m\", \"at\": input.resources.secretProviderClass.nameAt}\n"
	require.NoError(t, os.WriteFile(filepath.Join(rule, "rule.rego"), []byte(text), 0o644))
	link := filepath.Join(folder, "pol", "team", "two-replicas")
	if err := os.Symlink(rule, link); err != nil {
		t.Skip("links need a privilege")
	}
	pol := os.DirFS(filepath.Join(folder, "pol"))
	rules, err := policy.ReadCustom("pol", pol, false)
	require.NoError(t, err)
	require.Len(t, rules, 1)
	assert.Equal(t, "team/two-replicas", rules[0].ID)

	require.NoError(t, os.Symlink(filepath.Join(folder, "pol"), filepath.Join(folder, "pol", "ring")))
	_, err = policy.ReadCustom("pol", pol, false)
	assert.ErrorContains(t, err, "is it a ring of links?")
}

// TestCustomIsRefused checks what does not compile for its message and place.
func TestCustomIsRefused(t *testing.T) {
	t.Parallel()
	const reports = "report contains {\"message\": \"m\", \"at\": input.resources.secretProviderClass.nameAt} if "
	cases := []struct{ name, text, want string }{
		{"misspelt input", reports + "{\n\tinput.resorces.app\n}\n", "pol/team/hostile/rule.rego:10: undefined ref: input.resorces.app; did you mean \"resources\"?"},
		{"misspelt field of a list", reports + "{\n\tsome file in input.mountedFiles\n\tfile.nmae == \"x\"\n}\n", "pol/team/hostile/rule.rego:11: undefined ref: file.nmae; did you mean \"name\"?"},
		{"syntax", "report contains x if {\n", "pol/team/hostile/rule.rego:"},
		{"unsafe", reports + "{ y > 1 }\n", "rule.rego:9: var y is unsafe"},
		{"network", reports + "{ http.send({\"method\": \"get\", \"url\": \"https://example.com\"}) }\n", "rule.rego:9: policies may not call http.send"},
		{"clock", reports + "{ time.now_ns() > 0 }\n", "rule.rego:9: policies may not call time.now_ns"},
		{"time zone", reports + "{ time.clock([0, \"Local\"]) }\n", "rule.rego:9: policies may not call time.clock"},
		{"environment", reports + "{ opa.runtime().env.HOME }\n", "rule.rego:9: policies may not call opa.runtime"},
		{"randomness", reports + "{ rand.intn(\"a\", 2) == 1 }\n", "rule.rego:9: policies may not call rand.intn"},
		{"files", reports + "{ json.match_schema({}, {\"$ref\": \"file:///etc/passwd\"}) }\n", "rule.rego:9: policies may not call json.match_schema"},
		{"ranges", reports + "{ count(numbers.range(1, 1000000000)) > 1 }\n", "rule.rego:9: policies may not call numbers.range"},
		{"recursion", reports + "{ f(1) }\nf(x) if f(x)\n", "rule.rego:10: rule data.custom.rules.team.hostile.f is recursive"},
		{"no set", "report := [] \n", "rule.rego:9: `report` has to be a set"},
		{"a function", "report(x) if x\n", "rule.rego:9: `report` has to be a set"},
		{"no report", "deny contains \"x\"\n", "rule.rego:7: the rule reports nothing"},
		{"a builtin in place", reports + "{ f(\"%d\", [1]) == \"\" with f as sprintf }\nf(x, y) := x\n", "rule.rego:9: policies may not put the builtin sprintf in place of a function"},
		{"lines with a prefix", reports + "{ json.marshal_with_options({}, {\"prefix\": \"x\"}) }\n", "rule.rego:9: policies may not call json.marshal_with_options"},
		{"template string", "x := $\"{input.name}\"\n" + reports + "{ x }\n", "rule.rego:9: "},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := compile(t, custom(c.text), policy.Limits{})
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
		})
	}
}

// TestCustomPlaces checks packages against folders.
func TestCustomPlaces(t *testing.T) {
	t.Parallel()
	const report = "report contains {} if false\n"
	cases := []struct{ file, text, want string }{
		{"team/x/rule.rego", header + "package mxlint.rules.team.x\n" + report, "pol/team/x/rule.rego:7: package mxlint.rules.team.x: custom policies belong below `custom.`"},
		{"team/x/rule.rego", header + "package custom.rules.team.y\n" + report, `expected ` + "`package custom.rules.team[\"x\"]`"},
		{"x/rule.rego", "package custom.rules.team.x\n" + report, "pol/x/rule.rego:1: package custom.rules.team.x: a rule belongs in <category>/<name>/rule.rego"},
		{"team/x/rule.rego", "", "pol/team/x/rule.rego"},
		{"lib.rego", "package custom.lib\nfindings := 1\n", ""},
		{"main.rego", "package mxlint.main\nfindings contains 1\n", "pol/main.rego:1: package mxlint.main: custom policies belong below"},
	}
	for i, c := range cases {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			_, err := compile(t, map[string]fs.FS{"pol": fstest.MapFS{c.file: {Data: []byte(c.text)}}}, policy.Limits{})
			if c.want == "" {
				require.NoError(t, err)
				return
			}
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
		})
	}
}

// TestMetadata checks that the METADATA of custom rules is present and correct.
func TestMetadata(t *testing.T) {
	t.Parallel()
	without := func(field string) string {
		var kept []string
		for line := range strings.Lines(header) {
			if !strings.Contains(line, field+":") {
				kept = append(kept, line)
			}
		}
		return strings.Join(kept, "")
	}
	cases := []struct{ name, header, want string }{
		{"whole", header, ""},
		{"none", "", `pol/team/x/rule.rego:1: the rule has no METADATA`},
		{"title", without("title"), `pol/team/x/rule.rego:1: METADATA lacks "title"`},
		{"description", without("description"), `pol/team/x/rule.rego:1: METADATA lacks "description"`},
		{"since", without("since"), `pol/team/x/rule.rego:1: METADATA lacks "custom.since"`},
		{"severity", without("severity"), `pol/team/x/rule.rego:1: METADATA custom.severity`},
		{"wrong severity", strings.Replace(header, "warning", "warn", 1), `pol/team/x/rule.rego:5: METADATA custom.severity: unknown severity "warn"`},
		{"hides", strings.Replace(header, "#   severity", "#   hides: values\n#   severity", 1), `METADATA custom.hides "values": it is one of value, objects`},
		{"off", strings.Replace(header, "warning", "off", 1), `pol/team/x/rule.rego:5: METADATA custom.severity "off"`},
		{"no YAML", strings.Replace(header, "title: t", "title: [", 1), `pol/team/x/rule.rego:`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			folder := fstest.MapFS{"team/x/rule.rego": {Data: []byte(c.header + "package custom.rules.team.x\nreport contains {} if false\n")}}
			read, err := policy.ReadCustom("pol", folder, false)
			if c.want == "" {
				require.NoError(t, err)
				require.Len(t, read, 1)
				assert.Equal(t, "team/x", read[0].ID)
				assert.True(t, read[0].Custom)
				return
			}
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
		})
	}
	_, err := policy.ReadCustom("pol", fstest.MapFS{"Team/x/rule.rego": {Data: []byte(header)}}, false)
	require.ErrorContains(t, err, "small letters")
	_, err = policy.ReadCustom("pol", fstest.MapFS{"lib.rego": {}}, false)
	require.ErrorContains(t, err, "there is no rule")
}
