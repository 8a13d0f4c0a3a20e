package render

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

const chartText = `
-- in/shop/Chart.yaml --
apiVersion: v2
name: shop-env
version: 0.1.0
-- in/shop/values.yaml --
name: orders
-- in/shop/charts/part/Chart.yaml --
apiVersion: v2
name: part
-- in/shop/charts/part/templates/plain.yaml --
kind: SecretProviderClass
-- in/shop/templates/kustomization.yaml --
resources: [../values.yaml]
-- in/shop/templates/class.yaml --
kind: SecretProviderClass
apiVersion: secrets-store.csi.x-k8s.io/v1
metadata:
  name: {{ .Values.name }}
spec:
  {{- if true }}
    provider: vault
  {{- end }}
-- in/shop/deployed/class.yaml --
kind: SecretProviderClass
-- in/web/Chart.yaml --
apiVersion: v2
name: web
-- in/web/templates/page.yaml --
kind: Deployment
-- in/plain.yaml --
kind: MendixApp
`

func chartFolder(t *testing.T) string {
	t.Helper()
	folder, _, _ := unpack(t, txtar.Parse([]byte(chartText)))
	return folder
}

// fakeHelm writes a program that stands in for helm.
func fakeHelm(t *testing.T, script string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "helm")
	require.NoError(t, os.WriteFile(name, []byte("#!/bin/sh\n"+script), 0o700))
	return name
}

func TestChartIsNotRendered(t *testing.T) {
	t.Parallel()
	got := describe(t, chartFolder(t), "", nil)
	assert.Contains(t, got, `in/shop/Chart.yaml:1:1-1:1 []: unrendered: chart "shop-env" is not rendered`)
	assert.Contains(t, got, "helm template shop-env in/shop | mxlint -\n")
	assert.Equal(t, 1, strings.Count(got, "unrendered:"), got)
	assert.Contains(t, got, "left: in/plain.yaml in/shop/deployed/class.yaml in/web/Chart.yaml in/web/templates/page.yaml\n")
}

func TestChartIsRendered(t *testing.T) {
	t.Parallel()
	program := fakeHelm(t, `cat <<'END'
---
# Source: shop-env/templates/class.yaml
kind: SecretProviderClass
apiVersion: secrets-store.csi.x-k8s.io/v1
metadata:
  name: orders
spec:
  provider: vault
---
# Source: shop-env/../../plain.yaml
kind: SecretProviderClass
metadata:
  name: elsewhere
END
`)
	ask := "SecretProviderClass /spec/provider\nSecretProviderClass /metadata/name\nSecretProviderClass /spec/nothing\n"
	want := `in/shop
	SecretProviderClass orders
		/spec/provider: in/shop/templates/class.yaml:7:15-7:20 [vault] near
		/metadata/name: in/shop/templates/class.yaml:4:3-4:3 [] near
		/spec/nothing: in/shop/templates/class.yaml:5:1-5:5 [spec] near
	SecretProviderClass elsewhere
		/spec/provider: in/shop/Chart.yaml:1:1-1:1 [] near
		/metadata/name: in/shop/Chart.yaml:1:1-1:1 [] near
		/spec/nothing: in/shop/Chart.yaml:1:1-1:1 [] near
left: in/plain.yaml in/shop/deployed/class.yaml in/web/Chart.yaml in/web/templates/page.yaml
`
	assert.Equal(t, want, describe(t, chartFolder(t), ask, &Helm{Program: program}))
}

func TestHelmArguments(t *testing.T) {
	t.Parallel()
	folder := chartFolder(t)
	program := fakeHelm(t, `printf '%s\n' "$@" > "`+folder+`/arguments"`)
	helm := &Helm{Program: program, Chart: func(string) (HelmSettings, bool) {
		return HelmSettings{ReleaseName: "-x", Namespace: "shop", Values: []string{"a.yaml", "b.yaml"}, Set: []string{"k=v"}}, true
	}}
	describe(t, folder, "", helm)
	data, err := os.ReadFile(filepath.Join(folder, "arguments"))
	require.NoError(t, err)
	got := strings.ReplaceAll(string(data), folder+"/", "")
	assert.Equal(t, "template\n--namespace=shop\n--values=a.yaml\n--values=b.yaml\n--set=k=v\n--\n-x\nin/shop\n", got)
}

func TestHelmFails(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		script string
		helm   Helm
		want   string
	}{
		"a template's line": {
			script: `echo 'Error: template: shop-env/templates/class.yaml:4:11: executing "x" at <.Values.name>: nil' >&2; exit 1`,
			want:   `in/shop/templates/class.yaml:4:1-4:1 []: syntax: chart "in/shop" does not render: helm template says "template: shop-env/templates/class.yaml:4:11: executing 'x' at <.Values.name>: nil"`,
		},
		"a line that is not there": {
			script: `echo 'Error: template: shop-env/templates/class.yaml:400:11: nil' >&2; exit 1`,
			want:   `in/shop/Chart.yaml:1:1-1:1 []: syntax: chart "in/shop" does not render`,
		},
		"no words": {script: `exit 3`, want: `helm template says "exit status 3"`},
		"too slow": {script: `exec sleep 20`, helm: Helm{Timeout: 50 * time.Millisecond}, want: "it took longer than 50ms"},
		"switched off": {
			script: `exit 1`, helm: Helm{Chart: func(string) (HelmSettings, bool) { return HelmSettings{}, false }},
			want: "unrendered: chart",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test.helm.Program = fakeHelm(t, test.script)
			assert.Contains(t, describe(t, chartFolder(t), "", &test.helm), test.want)
		})
	}
}

func TestHelmIsAbsent(t *testing.T) {
	t.Parallel()
	got := describe(t, chartFolder(t), "", &Helm{Program: "mxlint-no-such-helm"})
	assert.Contains(t, got, `error: rendering chart "`)
	assert.Contains(t, got, `"mxlint-no-such-helm" was not found on PATH`)
	assert.Contains(t, got, "unrendered: chart", "the chart is told as not checked all the same")
}

// Programs in a working directory on PATH, which Windows always searches, are
// not run: it may be someone else's repository.
func TestHelmOfTheWorkingDirectoryIsNotRun(t *testing.T) {
	program := fakeHelm(t, `echo "kind: MendixApp"`)
	folder := chartFolder(t)
	t.Chdir(filepath.Dir(program))
	t.Setenv("PATH", ".")
	assert.Contains(t, describe(t, folder, "", &Helm{}), `"helm" was not found on PATH`)
}

func TestMarkSources(t *testing.T) {
	t.Parallel()
	text := "---\n# Source: a/templates/one.yaml\nkind: A\n---\n# by hand\nkind: B\n# Source: a/no.yaml\n---\n# comment\n# Source: a/templates/two words.yaml\r\nkind: C\n"
	file := manifest.Decode("<stdin>", []byte(text), manifest.DefaultLimits(), nil)
	MarkSources(file)
	var got []string
	for _, doc := range file.Docs {
		got = append(got, doc.Kind+" "+doc.Source)
	}
	assert.Equal(t, []string{"A a/templates/one.yaml", "B ", "C a/templates/two words.yaml"}, got)
}
