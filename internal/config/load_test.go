package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// write creates a file in a temporary folder and returns its path.
func write(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

func load(t testing.TB, content string) (*Config, error) {
	t.Helper()
	return loadChecked(write(t, ".mxlint.yaml", content))
}

func loadChecked(path string) (*Config, error) {
	c, err := Load(path, "")
	if err != nil {
		return nil, err
	}
	return c, c.CheckRules(someRules)
}

func mustLoad(t testing.TB, content string) *Config {
	t.Helper()
	c, err := load(t, content)
	require.NoError(t, err)
	return c
}

func someRules(id string) (bool, string) {
	switch id {
	case "keys/unknown", "keys/misspelled", "vault/insecure-transport":
		return true, ""
	case "keys/unknwon":
		return false, "keys/unknown"
	}
	return false, ""
}

const fullConfig = `
requiredVersion: ">= 0.3, < 2"
failOn: never
operatorVersion: 2.10
rules:
  keys/unknown: off
  keys/misspelled: warning
exclude: [ "vendor/**", charts/ ]
overrides:
  - paths: ["in/prod/**"]
    environments: ["shop/*"]
    rules: {vault/insecure-transport: error}
    operatorVersion: 2.9.0
    database: sqlserver
    reason: an old cluster
    until: 2031-01-31
external:
  - kind: ServiceAccount
    name: orders
    namespace: shop
    reason: made by Terraform
    until: "2030-12-31"
vault:
  mounts: {legacy: 1, /team/: "2", rdbms: other}
helm:
  enabled: true
  values: [values.yaml]
  set: [a=b]
  releaseName: demo
  namespace: shop
  charts:
    charts/*: {enabled: false, values: [other.yaml], releaseName: second}
policies: [policies, /opt/policies]
`

func TestLoadFull(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, fullConfig)
	root := c.Root
	require.NotNil(t, c.FailOn)
	assert.Equal(t, lint.Off, *c.FailOn)
	assert.Equal(t, []string{"2.10"}, c.OperatorVersions, "as it is written, not as a number")
	assert.Equal(t, map[string]lint.Severity{"keys/unknown": lint.Off, "keys/misspelled": lint.Warning}, c.Rules)
	assert.Equal(t, []string{"vendor/**", "charts/"}, c.Exclude)
	require.Len(t, c.Overrides, 1)
	o := c.Overrides[0]
	o.at, o.ruleAt = manifest.Pos{}, nil
	assert.Equal(t, Override{
		Paths: []string{"in/prod/**"}, Environments: []string{"shop/*"},
		Rules:           map[string]lint.Severity{"vault/insecure-transport": lint.Error},
		OperatorVersion: "2.9.0", Database: "sqlserver", Reason: "an old cluster", Until: "2031-01-31",
	}, o)
	require.Len(t, c.External, 1)
	assert.Equal(t, "made by Terraform", c.External[0].Reason)
	assert.Equal(t, map[string]string{"legacy": "1", "team": "2", "rdbms": "other"}, c.VaultMounts)
	off := false
	assert.Equal(t, Helm{
		Enabled: true, Values: []string{root + "/values.yaml"}, Set: []string{"a=b"}, ReleaseName: "demo", Namespace: "shop",
		Charts: []HelmChart{{Path: "charts/*", Enabled: &off, Helm: Helm{Values: []string{root + "/other.yaml"}, ReleaseName: "second"}}},
	}, c.Helm)
	assert.Equal(t, []string{root + "/policies", "/opt/policies"}, c.Policies)
	assert.Equal(t, ">= 0.3, < 2", c.RequiredVersion)
}

func TestLoadEmpty(t *testing.T) {
	t.Parallel()
	for _, content := range []string{"", "# nothing yet\n", "---\n", "null\n", "rules:\nexclude:\noverrides:\nhelm:\n  values:\n"} {
		c := mustLoad(t, content)
		assert.Empty(t, c.Rules, content)
		assert.Nil(t, c.FailOn, content)
	}
}

func TestLoadSeveralVersionsAndAliases(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, "operatorVersion: [2.9.0, v2.17]\noverrides:\n  - paths: [a]\n    rules: &r {keys/unknown: off}\n  - paths: [b]\n    rules: *r\n")
	assert.Equal(t, []string{"2.9.0", "v2.17"}, c.OperatorVersions)
	assert.Equal(t, c.Overrides[0].Rules, c.Overrides[1].Rules)
}

func TestLoadProblems(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ content, want string }{
		"key in another case":    {"failon: warning\n", `:1:1: unknown key "failon": expected "failOn"`},
		"key with a hyphen":      {"fail-on: error\n", `:1:1: unknown key "fail-on": expected "failOn"`},
		"key far off":            {"colour: red\n", `:1:1: unknown key "colour": known are requiredVersion, failOn,`},
		"nested key":             {"vault:\n  mount: {}\n", `:2:3: unknown key "mount": expected "mounts"`},
		"key of an override":     {"overrides:\n  - path: [a]\n    rules: {}\n", `:2:5: unknown key "path": expected "paths"`},
		"severity":               {"rules:\n  keys/unknown: warn\n", `:2:17: "keys/unknown": unknown value "warn": expected "warning" (it is one of error, warning, info, off)`},
		"severity as boolean":    {"rules: {keys/unknown: false}\n", `:1:23: "keys/unknown" must be one of error, warning, info, off, not the boolean false`},
		"unknown rule":           {"rules:\n  keys/unknwon: off\n", `:2:3: unknown rule "keys/unknwon": expected "keys/unknown"`},
		"unknown rule, override": {"overrides: [{paths: [a], rules: {x/y: off}}]\n", ":1:34: unknown rule \"x/y\": `mxlint rules` lists all"},
		"list for a string":      {"failOn: [error]\n", `:1:9: "failOn" must be one of error, warning, info, never, not a list`},
		"string for a list":      {"exclude: vendor\n", `:1:10: "exclude" must be a list of globs, not "vendor"`},
		"null for a string":      {"failOn:\n", `"failOn" must be one of error, warning, info, never, not empty`},
		"number for a string":    {"external: [{kind: MendixApp, name: 7}]\n", `"name" must be a glob, not the number 7`},
		"word for a boolean":     {"helm: {enabled: yes}\n", `"enabled" must be true or false, not "yes"`},
		"operator version":       {"operatorVersion: latest\n", `:1:18: "operatorVersion": "latest" is not a version: expected one such as "2.17.0"`},
		"constraint":             {"requiredVersion: around 3\n", `"around 3" is not a version constraint`},
		"absolute glob":          {"exclude: [/vendor]\n", `:1:11: "exclude": glob "/vendor" is absolute`},
		"open bracket":           {"exclude: ['a[b']\n", `glob "a[b" does not parse`},
		"override for all":       {"overrides:\n  - rules: {keys/unknown: off}\n", `:2:5: "overrides": an entry names neither "paths" nor "environments"`},
		"override of nothing":    {"overrides:\n  - paths: [a]\n", `:2:5: "overrides": an entry sets nothing`},
		"override that is empty": {"overrides:\n  -\n", `"overrides" must be a mapping, not empty`},
		"database":               {"overrides: [{paths: [a], database: postgres}]\n", `unknown value "postgres": expected "postgresql"`},
		"external kind":          {"external: [{kind: ServiceAcount, name: a}]\n", `unknown value "ServiceAcount": expected "ServiceAccount"`},
		"external without name":  {"external: [{kind: MendixApp}]\n", `:1:12: "external" lacks "name"`},
		"date":                   {"external: [{kind: MendixApp, name: a, until: 2030-02-30}]\n", `"2030-02-30" is not a date: expected YYYY-MM-DD`},
		"mount":                  {"vault: {mounts: {a: 3}}\n", `:1:21: "a": unknown value "3": it is one of 1, 2, other`},
		"helm assignment":        {"helm: {set: [topsecret]}\n", `an entry lacks "="`},
		"chart glob":             {"helm: {charts: {'a[': {enabled: true}}}\n", `glob "a[" does not parse`},
		"repeated key":           {"failOn: error\nfailOn: info\n", `:2:1: key "failOn" appears twice: first on line 1`},
		"a list as key":          {"? [a]\n: b\n", `:1:3: a key must be a string, not a list`},
		"merge key":              {"<<: {failOn: error}\n", `:1:1: unknown key "<<"`},
		"no mapping":             {"- a\n", `:1:1: "configuration" must be a mapping of settings, not a list`},
		"two documents":          {"failOn: error\n---\nfailOn: info\n", `:3:1: a second document`},
		"bad syntax":             {"rules: [\n", `not valid YAML: `},
		"bad encoding":           {"failOn: \xff\n", `:1:1: not valid YAML: `},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := write(t, ".mxlint.yaml", test.content)
			_, err := loadChecked(path)
			require.ErrorContains(t, err, test.want)
			assert.Contains(t, err.Error(), filepath.ToSlash(path)+":")
			assert.NotContains(t, err.Error(), "topsecret")
			assert.NotContains(t, err.Error(), "\n", "one problem is told once")
		})
	}
}

func TestLoadReportsAllProblemsInOrder(t *testing.T) {
	t.Parallel()
	_, err := load(t, "rules: {keys/unknown: loud}\nfailon: error\nexclude: {}\n")
	require.Error(t, err)
	lines := strings.Split(err.Error(), "\n")
	require.Len(t, lines, 3)
	for i, want := range []string{":1:23: ", ":2:1: ", ":3:10: "} {
		assert.Contains(t, lines[i], want)
	}
}

func TestLoadOtherTool(t *testing.T) {
	t.Parallel()
	for _, content := range []string{
		"rules:\n  path: .mendix-cache/rules\n  rulesets: []\n", "modelsource: modelsource\n", "projectDirectory: .\nrules: {}\n",
		"lint: {xunitReport: x}\n", "export: {raw: false}\n", "serve: {port: 1}\n", "cache: {enable: true}\n",
	} {
		_, err := load(t, content)
		require.ErrorContains(t, err, "the other mxlint, which checks Mendix models", content)
		assert.NotContains(t, err.Error(), "\n")
	}
}

func TestLoadUnreadable(t *testing.T) {
	t.Parallel()
	_, err := Load(filepath.Join(t.TempDir(), "absent.yaml"), "")
	require.ErrorIs(t, err, os.ErrNotExist)
	_, err = Load(t.TempDir(), "")
	require.ErrorContains(t, err, "reading configuration")
	_, err = load(t, strings.Repeat("# large\n", sizeLimit/8+1))
	require.ErrorContains(t, err, "larger than")
}

func TestLoadBoundsAliases(t *testing.T) {
	t.Parallel()
	content := "exclude: &e [" + strings.Repeat("a,", 2000) + "]\noverrides:\n" +
		strings.Repeat("  - {paths: *e, rules: {keys/unknown: off}}\n", 200)
	_, err := load(t, content)
	require.ErrorContains(t, err, "too many values")
}

func TestCheckRulesAfterLoad(t *testing.T) {
	t.Parallel()
	c, err := Load(write(t, ".mxlint.yaml", "policies: [p]\nrules: {custom/one: off}\n"), "")
	require.NoError(t, err)
	require.ErrorContains(t, c.CheckRules(someRules), `:2:9: unknown rule "custom/one"`)
	require.NoError(t, c.CheckRules(func(id string) (bool, string) { return id == "custom/one", "" }))
}

func TestExpiry(t *testing.T) {
	t.Parallel()
	path := write(t, ".mxlint.yaml", fullConfig)
	for _, test := range []struct {
		today               string
		overrides, external int
	}{{"", 1, 1}, {"2030-12-31", 1, 1}, {"2031-01-01", 1, 0}, {"2031-02-01", 0, 0}} {
		c, err := Load(path, test.today)
		require.NoError(t, err)
		assert.Len(t, c.Overrides, test.overrides, test.today)
		assert.Len(t, c.External, test.external, test.today)
		assert.Len(t, c.Expired, 2-test.overrides-test.external, test.today)
	}
	c, err := Load(path, "2031-02-01")
	require.NoError(t, err)
	assert.Equal(t, "overrides", c.Expired[0].Key)
	assert.Equal(t, "2031-01-31", c.Expired[0].Until)
	assert.Equal(t, 10, c.Expired[0].Span.Start.Line)
	_, err = Load(path, "soon")
	require.ErrorContains(t, err, "not a date")
}

func FuzzLoad(f *testing.F) {
	for _, seed := range []string{fullConfig, "failon: x", "a: &a {b: *a}", "overrides: &o [*o]", "\xef\xbb\xbfrules: {a: off}", "!!bool x: !!null y", "? ", "\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c := &Config{Path: "c"}
		if err := c.decode(data); err != nil && strings.TrimSpace(err.Error()) == "" {
			t.Error("an error without a word")
		}
		c.Excluded("a/b.yaml")
		c.Severity("keys/unknown", "a/b.yaml", "shop/orders")
		c.HelmFor("charts/a")
	})
}
