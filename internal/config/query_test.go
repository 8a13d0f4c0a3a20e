package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

func TestSeverity(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, `
rules: {keys/unknown: info}
overrides:
  - {paths: ["in/prod/**"], rules: {keys/unknown: error}}
  - {environments: ["shop/*"], rules: {keys/unknown: warning}}
  - {paths: [in/lab], environments: ["shop/old"], rules: {keys/unknown: off}}
`)
	for _, test := range []struct {
		path, environment string
		want              lint.Severity
	}{
		{"other/a.yaml", "", lint.Info},
		{"in/prod/a.yaml", "", lint.Error},
		{"in/prod/deep/a.yaml", "retail/orders", lint.Error},
		{"in/prod/a.yaml", "shop/orders", lint.Warning},
		{"in/lab/a.yaml", "shop/old", lint.Off},
		{"in/lab/a.yaml", "shop/new", lint.Warning},
		{"in/labs/a.yaml", "shop/old", lint.Warning},
		{"a.yaml", "orders", lint.Info},
	} {
		severity, set := c.Severity("keys/unknown", test.path, test.environment)
		assert.True(t, set)
		assert.Equal(t, test.want, severity, test)
	}
	_, set := c.Severity("keys/misspelled", "in/prod/a.yaml", "shop/orders")
	assert.False(t, set)
}

func TestSettle(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, "rules: {keys/unknown: warning, keys/misspelled: off, vault/insecure-transport: error}\n")
	for name, test := range map[string]struct {
		rule                 string
		found, highest, want lint.Severity // want Off: removed
	}{
		"lowered by configuration":    {"keys/unknown", lint.Error, lint.Error, lint.Warning},
		"raised by configuration":     {"vault/insecure-transport", lint.Warning, lint.Warning, lint.Error},
		"weaker evidence stays lower": {"vault/insecure-transport", lint.Info, lint.Warning, lint.Info},
		"weaker evidence, lower yet":  {"keys/unknown", lint.Info, lint.Error, lint.Info},
		"off":                         {"keys/misspelled", lint.Error, lint.Error, lint.Off},
		"not configured":              {"keys/required", lint.Warning, lint.Error, lint.Warning},
	} {
		finding := lint.Finding{Rule: test.rule, Severity: test.found, Span: manifest.Span{Path: "a.yaml"}}
		stays := c.Settle(&finding, test.highest)
		assert.Equal(t, test.want != lint.Off, stays, name)
		if stays {
			assert.Equal(t, test.want, finding.Severity, name)
		}
	}
	finding := lint.Finding{Rule: "keys/unknown", Severity: lint.Error}
	assert.True(t, new(Config).Settle(&finding, lint.Error), "the zero configuration changes nothing")
}

func TestEnvironmentSettings(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, `
operatorVersion: 2.17.0
overrides:
  - {paths: [old], operatorVersion: 2.9.0, database: postgresql}
  - {environments: ["**/crm"], database: sqlserver}
`)
	assert.Equal(t, []string{"2.17.0"}, c.OperatorVersionsFor([]string{"new/a.yaml"}, "shop/crm"))
	assert.Equal(t, []string{"2.9.0"}, c.OperatorVersionsFor([]string{"old/a.yaml"}, "shop/crm"))
	assert.Equal(t, "sqlserver", c.DatabaseFor([]string{"old/a.yaml"}, "shop/crm"))
	assert.Equal(t, "sqlserver", c.DatabaseFor([]string{"new/a.yaml"}, "crm"))
	assert.Equal(t, "postgresql", c.DatabaseFor([]string{"old/a.yaml"}, "shop/orders"))
	assert.Equal(t, []string{"2.9.0"}, c.OperatorVersionsFor([]string{"overlays/dev/kustomization.yaml", "old/a.yaml"}, "shop/crm"))
	assert.Empty(t, c.DatabaseFor([]string{"new/a.yaml"}, "shop/orders"))
}

func TestGlobs(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		glob, path string
		want       bool
	}{
		{"in/**", "in/a/b.yaml", true},
		{"in/*", "in/a/b.yaml", false},
		{"./in/*.yaml", "in/a.yaml", true},
		{"in", "in/a/b.yaml", true},
		{"in/", "in/a.yaml", true},
		{"in", "inner/a.yaml", false},
		{"*/prod/", "k8s/prod/a.yaml", true},
		{"{a,b}/*.yaml", "b/x.yaml", true},
		{".", "a/b.yaml", true},
		{".", "../b.yaml", false},
		{"../k8s/**", "../k8s/a.yaml", true},
		{"**", "a/b.yaml", true},
	} {
		assert.Equal(t, test.want, matches(test.glob, test.path), test)
	}
}

func TestExcluded(t *testing.T) {
	t.Parallel()
	c := &Config{Exclude: []string{"vendor", "**/node_modules", "*.tmp.yaml"}}
	assert.True(t, c.Excluded("vendor"))
	assert.True(t, c.Excluded("vendor/x/a.yaml"))
	assert.True(t, c.Excluded("a/node_modules/b/c.yaml"), "what lies in a folder that matches")
	assert.True(t, c.Excluded("x.tmp.yaml"))
	assert.False(t, c.Excluded("a/x.tmp.yaml"))
	assert.False(t, c.Excluded("vendors/a.yaml"))
	assert.False(t, c.Excluded("."))
	assert.False(t, new(Config).Excluded("a.yaml"))
}

func TestHelmFor(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, fullConfig)
	assert.Equal(t, Helm{
		Values: []string{c.Root + "/values.yaml", c.Root + "/other.yaml"}, Set: []string{"a=b"},
		ReleaseName: "second", Namespace: "shop",
	}, c.HelmFor("charts/shop"))
	other := c.HelmFor("elsewhere")
	assert.True(t, other.Enabled)
	assert.Equal(t, "demo", other.ReleaseName)
	assert.Equal(t, []string{c.Root + "/values.yaml"}, c.Helm.Values, "the common values stay as they are")
}

func TestCheckToolVersion(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, "requiredVersion: '>= 0.3, < 1'\n")
	assert.NoError(t, c.CheckToolVersion("0.3.0"))
	assert.NoError(t, c.CheckToolVersion("0.4.0-rc.1"))
	assert.NoError(t, c.CheckToolVersion("(devel)"))
	assert.ErrorContains(t, c.CheckToolVersion("0.2.9"), ":1:18: mxlint >= 0.3, < 1 is required, and this is 0.2.9")
	assert.Error(t, c.CheckToolVersion("v1.0.0"))
	assert.NoError(t, new(Config).CheckToolVersion("0.0.1"))
}

func TestRel(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, "")
	assert.Equal(t, "k8s/a.yaml", c.Rel(c.Root+"/k8s/a.yaml"))
	assert.Equal(t, "../a.yaml", c.Rel(filepath.Dir(c.Root)+"/a.yaml"))
	assert.Equal(t, ".", c.Rel(c.Root))
	assert.Equal(t, "a.yaml", new(Config).Rel("./a.yaml"))
}

// Not parallel: the working directory is shared by the whole process.
func TestFind(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	deep := filepath.Join(root, "a", "b", "c")
	require.NoError(t, os.MkdirAll(filepath.Join(deep, ".mxlint.yaml"), 0o700)) // folders do not count
	for _, name := range []string{"a/.mxlint.yaml", ".mxlint.yml", "a/b/app.yaml"} {
		require.NoError(t, os.WriteFile(filepath.Join(root, name), nil, 0o600))
	}
	t.Chdir(filepath.Join(root, "a"))
	for start, want := range map[string]string{
		"b/c": ".mxlint.yaml", "b/app.yaml": ".mxlint.yaml", ".": ".mxlint.yaml", "b/absent/x": ".mxlint.yaml",
		"..": filepath.ToSlash(root) + "/.mxlint.yml", deep: ".mxlint.yaml",
	} {
		got, err := Find(start)
		require.NoError(t, err)
		assert.Equal(t, want, got, start)
	}
	c, err := Load(".mxlint.yaml", "")
	require.NoError(t, err)
	assert.Equal(t, "b/app.yaml", c.Rel("b/app.yaml"))
	c, err = Load("../.mxlint.yml", "")
	require.NoError(t, err)
	assert.Equal(t, "a/b/app.yaml", c.Rel("b/app.yaml"), "globs are relative to the configuration")

	require.NoError(t, os.WriteFile(".mxlint.yml", nil, 0o600))
	_, err = Find("b")
	require.ErrorContains(t, err, "keep one")
}
