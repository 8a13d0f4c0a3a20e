package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const example = "../../policies/example"

// orders writes a clean environment without mx-admin-password, which the example policy
// requires, and returns its folder.
func orders(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	archive, err := txtar.ParseFile("../../internal/rulepage/base/vault.txtar")
	require.NoError(t, err)
	for _, file := range archive.Files {
		require.NoError(t, os.WriteFile(filepath.Join(folder, file.Name), file.Data, 0o644))
	}
	return folder
}

func mxlint(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(args, strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

func write(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

// TestCustomTakesPart expects custom rules to work in every command.
func TestCustomTakesPart(t *testing.T) {
	t.Parallel()
	const id = "team/admin-password"
	t.Run("lint", func(t *testing.T) {
		t.Parallel()
		code, out, _ := mxlint(t, "--policy", example, "--fail-on", "warning", orders(t))
		assert.Equal(t, exitFindings, code)
		assert.Contains(t, out, "class.yaml:13:5: warning: ")
		assert.Contains(t, out, "["+id+"]")
	})
	t.Run("only and disable", func(t *testing.T) {
		t.Parallel()
		_, out, _ := mxlint(t, "--policy", example, "--only", "team", orders(t))
		assert.NotContains(t, out, "[version/")
		assert.Contains(t, out, id)
		_, out, _ = mxlint(t, "--policy", example, "--disable", id, orders(t))
		assert.NotContains(t, out, id)
	})
	t.Run("configuration", func(t *testing.T) {
		t.Parallel()
		folder := orders(t)
		absolute, err := filepath.Abs(example)
		require.NoError(t, err)
		write(t, filepath.Join(folder, ".mxlint.yaml"), "policies: ["+absolute+"]\nrules: {"+id+": error}\n")
		code, out, stderr := mxlint(t, folder)
		assert.Equal(t, exitFindings, code, stderr)
		assert.Contains(t, out, "error: ")
	})
	t.Run("ignore", func(t *testing.T) {
		t.Parallel()
		folder := orders(t)
		class := filepath.Join(folder, "class.yaml")
		text, err := os.ReadFile(class)
		require.NoError(t, err)
		write(t, class, strings.Replace(string(text), "objects: |", "objects: | # mxlint:ignore "+id+" -- set by hand", 1))
		code, out, _ := mxlint(t, "--policy", example, "--fail-on", "warning", folder)
		assert.Equal(t, exitClean, code, out)
		assert.NotContains(t, out, id)
	})
	t.Run("baseline", func(t *testing.T) {
		t.Parallel()
		folder, baseline := orders(t), filepath.Join(t.TempDir(), "baseline.json")
		code, _, stderr := mxlint(t, "--policy", example, "--write-baseline", baseline, folder)
		require.Equal(t, exitClean, code, stderr)
		_, out, _ := mxlint(t, "--policy", example, "--baseline", baseline, folder)
		assert.NotContains(t, out, id)
	})
	t.Run("sarif", func(t *testing.T) {
		t.Parallel()
		_, out, _ := mxlint(t, "--policy", example, "--format", "sarif", orders(t))
		assert.Contains(t, out, `"ruleId": "`+id+`"`)
		assert.Contains(t, out, "the administrator's password does not come from the store")
	})
	t.Run("explain and rules", func(t *testing.T) {
		t.Parallel()
		code, out, _ := mxlint(t, "explain", "--policy", example, id)
		assert.Equal(t, exitClean, code)
		assert.Contains(t, out, "MxAdmin")
		code, out, _ = mxlint(t, "rules", "--policy", example)
		assert.Equal(t, exitClean, code)
		assert.Contains(t, out, id)
		code, _, stderr := mxlint(t, "explain", id)
		assert.Equal(t, exitUsage, code)
		assert.Contains(t, stderr, "there is no rule")
	})
	t.Run("fix", func(t *testing.T) {
		t.Parallel()
		folder := orders(t)
		code, out, stderr := mxlint(t, "fix", "--write", "--unsafe", "--policy", example, folder)
		require.Equal(t, exitClean, code, out+stderr)
		text, err := os.ReadFile(filepath.Join(folder, "class.yaml"))
		require.NoError(t, err)
		assert.Contains(t, string(text), "objectName: mx-admin-password\n")
		_, out, _ = mxlint(t, "--policy", example, folder)
		assert.NotContains(t, out, id)
	})
}

// TestPolicyNew expects a new policy to pass its tests, wherever it is.
func TestPolicyNew(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, id := range []string{"import/1st", "4-eyes/x"} { // these need brackets
		code, _, stderr := mxlint(t, "policy", "new", id, "--output", folder)
		require.Equal(t, exitClean, code, stderr)
	}
	code, out, stderr := mxlint(t, "policy", "new", "our-team/two-pods", "--output", folder)
	require.Equal(t, exitClean, code, stderr)
	assert.Equal(t, 3, strings.Count(out, "\n"))
	code, out, stderr = mxlint(t, "policy", "test", folder)
	assert.Equal(t, exitClean, code, out+stderr)
	assert.Contains(t, out, "9 unit tests, 3 pages: 0 failed")
	code, _, stderr = mxlint(t, "policy", "new", "our-team/two-pods", "--output", folder)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, stderr, "refusing to overwrite")
	for _, wrong := range []string{"two-pods", "a/b/c", "../x/y", "Team/x", "team/"} {
		code, _, stderr = mxlint(t, "policy", "new", wrong, "--output", folder)
		assert.Equal(t, exitUsage, code, wrong)
		assert.Contains(t, stderr, "not a rule ID")
	}
}

// TestPolicyTestFails expects the tests of a broken policy to fail.
func TestPolicyTestFails(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	code, _, stderr := mxlint(t, "policy", "new", "team/two-pods", "--output", folder)
	require.Equal(t, exitClean, code, stderr)
	rule := filepath.Join(folder, "team", "two-pods", "rule.rego")
	text, err := os.ReadFile(rule)
	require.NoError(t, err)
	write(t, rule, strings.Replace(string(text), "< 2", "< 1", 1))
	code, out, _ := mxlint(t, "policy", "test", folder)
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, out, "test_one_pod_is_reported: it is not true")
	assert.Contains(t, out, "Bad example 1: marked, and not found: app.yaml:11 team/two-pods")
	assert.Contains(t, out, "2 failed")
}

// TestExamplePolicy runs the tests of the policy in the README.
func TestExamplePolicy(t *testing.T) {
	t.Parallel()
	code, out, stderr := mxlint(t, "policy", "test", example)
	assert.Equal(t, exitClean, code, out+stderr)
}

// TestPolicyErrors expects errors in a policy to end the run, with file and line.
func TestPolicyErrors(t *testing.T) {
	t.Parallel()
	const header = "# METADATA\n# title: t\n# description: d\n# custom:\n#   severity: warning\n#   since: 1.0.0\n"
	cases := []struct{ name, file, text, want string }{
		{"misspelt input", "team/x/rule.rego", header + "package custom.rules.team.x\n\nreport contains {} if input.mountedFlies\n", "team/x/rule.rego:9: undefined ref: input.mountedFlies; did you mean \"mountedFiles\"?"},
		{"an ID of ours", "keys/required/rule.rego", header + "package custom.rules.keys.required\n\nreport contains {} if false\n", `keys/required/rule.rego:1: the rule "keys/required" exists already`},
		{"METADATA", "team/x/rule.rego", "package custom.rules.team.x\n", "team/x/rule.rego:1: the rule has no METADATA"},
		{"contract", "team/x/rule.rego", header + "package custom.rules.team.x\n\nreport contains {\"message\": \"m\"} if true\n", `team/x/rule.rego:9: rule "team/x": at: `},
		{"no rule", "README.rego.txt", "", "there is no rule"},
		{"raised severity", "team/x/rule.rego", header + "package custom.rules.team.x\n\nreport contains {\"message\": \"m\", \"at\": input.resources.app.nameAt, \"severity\": \"error\"} if true\n", `team/x/rule.rego:9: rule "team/x" reports the severity "error" above its own`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			policies := t.TempDir()
			write(t, filepath.Join(policies, filepath.FromSlash(c.file)), c.text)
			code, _, stderr := mxlint(t, "--policy", policies, orders(t))
			assert.Equal(t, exitUsage, code)
			assert.Contains(t, stderr, c.want)
		})
	}
}
