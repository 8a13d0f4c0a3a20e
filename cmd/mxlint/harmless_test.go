package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// harmlessTree returns a tree with one of everything that is read: environments, a
// kustomization with a remote part, a chart, policies of all three stores, a
// configuration with custom policies.
func harmlessTree(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	put(t, folder, "plain/a.yaml", pair("orders"))
	put(t, folder, "plain/b.yaml", app("orders"))
	put(t, folder, "kustomize/base/kustomization.yaml", "resources: [a.yaml]\n")
	put(t, folder, "kustomize/base/a.yaml", pair("bills"))
	put(t, folder, "kustomize/prod/kustomization.yaml", "resources: [../base]\nnamespace: prod\n")
	put(t, folder, "kustomize/remote/kustomization.yaml", "resources: ['https://192.0.2.1/a.yaml', 'git::https://192.0.2.1/a.git', ../base]\nhelmCharts: [{name: a, repo: 'https://192.0.2.1'}]\n")
	put(t, folder, "chart/Chart.yaml", "apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies: [{name: b, repository: 'https://192.0.2.1', version: 1.0.0}]\n")
	put(t, folder, "chart/templates/a.yaml", strings.Replace(pair("chart"), "name: chart", "name: {{ .Release.Name }}", 1))
	put(t, folder, "access/vault.hcl", "path \"secret/orders\" { capabilities = [\"read\"] }\n")
	put(t, folder, "access/iam.json", `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}`)
	put(t, folder, "policies/team/name/rule.rego", harmlessPolicy)
	put(t, folder, ".mxlint.yaml", "policies: [policies]\n")
	return folder
}

const harmlessPolicy = `# METADATA
# title: names are short
# description: long names are cut
# custom:
#   severity: info
#   since: 1.0.0
package custom.rules.team["name"]

import data.mxlint.lib

report contains lib.finding("a name", input.resources.serviceAccount.nameAt) if count(input.name) > 0
`

// harmlessRuns are commands that only read, with their exit codes.
var harmlessRuns = []struct {
	args []string
	code int
}{
	{[]string{"-v", "--show-source", "."}, 1},
	{[]string{"-f", "sarif", "."}, 1},
	{[]string{"fix", "--unsafe", "."}, 1},
	{[]string{"inspect", "-f", "json", "."}, 0},
	{[]string{"access", "plain"}, 0},
	{[]string{"suppressions", "."}, 0},
	{[]string{"config", "verify"}, 0},
	{[]string{"rules"}, 0},
	{[]string{"version"}, 0},
}

// TestHarmless runs the binary without a network, as an unprivileged user without write
// permissions, in a read-only folder, with an empty PATH and no environment variables:
// what works there needs none of these.
func TestHarmless(t *testing.T) {
	program := binary(t)
	folder := harmlessTree(t)
	require.NoError(t, os.Chmod(filepath.Dir(program), 0o755))
	for at := folder; at != "/" && at != "."; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err != nil || info.Mode().Perm()&0o055 == 0o055 {
			continue
		}
		require.NoError(t, os.Chmod(at, 0o755))
	}
	before := snapshot(t, folder)
	for _, run := range harmlessRuns {
		t.Run(run.args[0], func(t *testing.T) {
			words := append([]string{program}, run.args...)
			caged := sandboxed(t, words)
			m := measure(t, func(c *exec.Cmd) { c.Env = []string{"HOME=/nonexistent", "PATH=/nonexistent"} }, folder, caged[0], caged[1:]...)
			assert.Equal(t, run.code, m.code, "%s%s", clip(m.stdout), clip(m.stderr))
			assert.NotContains(t, m.stderr, "permission denied")
		})
	}
	assert.Equal(t, before, snapshot(t, folder), "something was written")
}

// TestSystemCalls checks the system calls of the binary: no network, no other program,
// and no file opened for writing.
func TestSystemCalls(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("needs strace")
	}
	program, folder := binary(t), harmlessTree(t)
	log := filepath.Join(t.TempDir(), "log")
	m := measure(t, nil, folder, strace, "-f", "-o", log, "-e", "trace=network,process,file,openat,write", program, "-v", ".")
	text, err := os.ReadFile(log)
	if err != nil || len(text) == 0 || strings.Contains(string(text), "ptrace") {
		t.Skip("this machine does not let strace watch")
	}
	require.Equal(t, 1, m.code, m.stderr)
	first := true
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, "execve(") {
			assert.True(t, first, "a program is started: %s", line)
			first = false
		}
		for _, call := range []string{"socket(", "connect(", "bind(", "fork(", "unlink", "rename", "mkdir", "chmod", "truncate", "O_WRONLY", "O_RDWR", "O_CREAT"} {
			if strings.Contains(line, call) && !strings.Contains(line, "/dev/null") {
				assert.Fail(t, "a call that is not harmless", line)
			}
		}
	}
	assert.False(t, first, "the log holds no call at all")
}

// sandboxed wraps a command so that it has no network and no privileges, as far as this
// machine allows.
func sandboxed(t *testing.T, command []string) []string {
	t.Helper()
	unshare, err := exec.LookPath("unshare")
	setpriv, errPriv := exec.LookPath("setpriv")
	if os.Geteuid() != 0 || err != nil || errPriv != nil {
		t.Skip("needs root, unshare and setpriv")
	}
	caged := []string{unshare, "--net", setpriv, "--reuid", "65534", "--regid", "65534", "--clear-groups", "--no-new-privs"}
	if output, err := exec.Command(caged[0], append(caged[1:], "true")...).CombinedOutput(); err != nil {
		t.Skipf("no namespaces here: %s", output)
	}
	return append(caged, command...)
}

// snapshot lists all files with their content and modification time.
func snapshot(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	require.NoError(t, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		text := ""
		if info.Mode().IsRegular() {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			text = string(data)
		}
		files[path] = fmt.Sprint(info.Mode(), info.ModTime().UnixNano(), text)
		return nil
	}))
	return files
}
