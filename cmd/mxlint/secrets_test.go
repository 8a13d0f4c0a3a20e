package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// SECRET and NUMBER in the manifests below become a word, and a number, that occur
// nowhere else.
var planted = regexp.MustCompile(`hunter2x\d+|9173400\d+`)

func plant(text string) string {
	count := 0
	return regexp.MustCompile(`SECRET|NUMBER`).ReplaceAllStringFunc(text, func(kind string) string {
		count++
		if kind == "NUMBER" {
			return fmt.Sprintf("9173400%03d", count)
		}
		return fmt.Sprintf("hunter2x%03d", count)
	})
}

const secretApp = `apiVersion: privatecloud.mendix.com/v1alpha1
kind: MendixApp
metadata:
  name: NAME
  namespace: shop
spec:
  allowOverrideSecretsWithSecretStoreCSIDriver: true
  sourceURL: oci-image://registry.example.com/orders:1
`

const secretClass = `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: NAME
  namespace: shop
  annotations:
    privatecloud.mendix.com/environment-class: "true"
spec:
`

// secretPlaces are manifests with secrets where people put them. Each has a fault in
// that very place, so that its line is shown.
var secretPlaces = map[string]string{
	"custom configuration": secretApp + `  runtime:
    customConfiguration: |
      {"DatabasePassword": "SECRET", "com.mendix.storage.s3.SecretAccessKey": "SECRET", "My.Own": "SECRET",
       "MicroflowConstants": "{\"Module.ApiKey\": \"SECRET\", \"Module.Other\": \"SECRET\"}"}
`,
	"broken custom configuration": secretApp + `  runtime:
    customConfiguration: |
      {"DatabasePassword": "SECRET" "x": "SECRET"}
`,
	"broken constants": secretApp + `  runtime:
    customConfiguration: '{"MicroflowConstants": "{\"A.Token\": \"SECRET\" x}"}'
`,
	"custom configuration as a mapping": secretApp + `  runtime:
    customConfiguration:
      DatabasePassword: SECRET
      My.Own: [SECRET, {a: SECRET}]
`,
	"custom configuration in YAML": secretApp + `  runtime:
    customConfiguration: |
      DatabasePassword: SECRET
      My.Own: SECRET
`,
	"constants": secretApp + `  runtime:
    microflowConstants:
      Module.Password: SECRET
      Module.Other: SECRET
      Module.Number: NUMBER
      Module.Password: SECRET
      Module.List: [SECRET]
`,
	"passwords": secretApp + `  runtime:
    mxAdminPassword: SECRET
    debuggerPassword: NUMBER
    mxAdminPasword: SECRET
`,
	"passwords of wrong types": secretApp + `  runtime:
    mxAdminPassword: [SECRET]
    debuggerPassword: {a: SECRET}
    runtimeLicense: SECRET
  mxAdminPassword: SECRET
`,
	"password twice": secretApp + `  runtime:
    mxAdminPassword: SECRET
    mxAdminPassword: NUMBER
`,
	"password with a placeholder": secretApp + `  runtime:
    mxAdminPassword: SECRET####
    debuggerPassword: "<{SECRET}>"
`,
	"environment variables": secretApp + `  runtime:
    environmentVariables:
    - {name: DB_PASSWORD, value: SECRET}
    - name: API_TOKEN
      vaule: SECRET
    - name: OTHER
      value: NUMBER
    - SECRET
`,
	"environment variables as a mapping": secretApp + `  runtime:
    environmentVariables:
      PASSWORD: SECRET
      OTHER: SECRET
`,
	"certificates": secretApp + `  tls:
    key: |
      -----BEGIN PRIVATE KEY-----
      SECRET
    certificate: SECRET
    kye: SECRET
  runtime:
    clientCertificates:
    - {key: SECRET, password: SECRET, pinnedTo: NUMBER}
`,
	"certificates of a wrong type": secretApp + `  tls: SECRET
  runtime:
    clientCertificates: SECRET
`,
	"misspelt fields": secretApp + `  runtime:
    customConfigration: SECRET
    enviromentVariables: [{name: A, value: SECRET}]
    microflowConstant: {A.B: SECRET}
  runtimes: {mxAdminPassword: SECRET}
`,
	"annotations": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: NAME
  namespace: shop
  annotations:
    privatecloud.mendix.com/environment-account: true
    team.example.com/password: NUMBER
    team.example.com/api-key: SECRET<name>
    kubectl.kubernetes.io/last-applied-configuration: |
      {"kind": "MendixApp", "spec": {"runtime": {"mxAdminPassword": "SECRET", "customConfiguration": "{\"a\": \"SECRET\"}"}}, "note": "<name>"}
  labels:
    token: NUMBER
`,
	"parameters": secretClass + `  provider: azure
  clientSecret: SECRET
  parameters:
    clientSecret: SECRET
    clientID: 1
    vaultToken: NUMBER
    password: [SECRET]
    aadClientSecret: SECRET
    keyvaultName: https://user:SECRET@vault.example.com
    objects: |
      array:
        - |
          objectName: a_b
          clientSecret: SECRET
`,
	"arguments": secretClass + `  provider: vault
  parameters:
    roleName: orders
    vaultAddress: http://user:SECRET@vault.example.com
    objects: |
      - {objectName: database-hots, secretPath: secret/orders, secretKey: a, secretArgs: {password: SECRET, other: SECRET}}
      - objectName: database-name
        secretPath: secret/orders
        secretArgs:
          pin: NUMBER
          other: SECRET
      - objectName: database-name
        password: SECRET
        secretArgs: [SECRET]
      - objectName: database-username
        secretPath: database/creds/orders?password=SECRET
        secretKey: username
`,
	"broken objects": secretClass + `  provider: vault
  parameters:
    roleName: orders
    objects: |
      - objectName: a
        secretArgs: {password: "SECRET" x}
`,
	"objects of a wrong type": secretClass + `  provider: vault
  parameters:
    roleName: orders
    objects:
      password: SECRET
`,
	"comments": secretClass + `  provider: Vault # the password is SECRET
  parameters:
    rolename: orders # token=SECRET
    objects: |
      - objectName: database-hots # old password: SECRET
`,
	"a broken document": secretApp + `  runtime:
    mxAdminPassword: "SECRET" SECRET
`,
	"a broken document in flow": secretApp + `  runtime: {a: b, mxAdminPassword: SECRET, c: d: e}
`,
	"a broken block": secretApp + `  runtime:
    customConfiguration: |
      {
        "a": "SECRET"
     	"b": "SECRET"
      }
   x: y
`,
	"a broken key": secretApp + `  tls:
    key:
      -----BEGIN: PRIVATE: KEY-----
      SECRET: a: b
`,
	"broken JSON": `{"kind": "MendixApp", "spec": {"runtime": {"mxAdminPassword": "SECRET" "x": "SECRET"}}}
`,
	"a bad character": secretApp + "  runtime:\n    mxAdminPassword: SECRET\x01\n",
	"a template":      secretApp + "  runtime:\n    mxAdminPassword: SECRET{{ .Values.a }}: {{ b }}\n",
}

// TestSecretsNeverLeave searches everything that mxlint writes for secrets.
func TestSecretsNeverLeave(t *testing.T) {
	t.Parallel()
	folder, count := t.TempDir(), 0
	for _, name := range slices.Sorted(maps.Keys(secretPlaces)) {
		count++
		text := strings.ReplaceAll(secretPlaces[name], "NAME", "orders")
		text = strings.ReplaceAll(text, "namespace: shop", fmt.Sprintf("namespace: shop%d", count))
		text = plant(text)
		require.Regexp(t, planted, text, name)
		require.NoError(t, os.MkdirAll(filepath.Join(folder, strconv.Itoa(count)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(folder, strconv.Itoa(count), strings.ReplaceAll(name, " ", "-")+".yaml"), []byte(text), 0o644))
	}
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.yaml"))
	require.NoError(t, err)
	baseline := filepath.Join(folder, "baseline")
	runs := [][]string{
		{"-v", "--show-source", "--color", "always", folder}, {"--write-baseline", baseline, folder},
		{"-v", "fix", folder}, {"fix", "--unsafe", folder}, {"access", folder}, {"suppressions", folder},
		{"inspect", folder}, {"inspect", "--format", "json", folder},
		{"inspect", "--graph", "dot", folder}, {"inspect", "--graph", "mermaid", folder}, {"inspect", "--compare", folder, folder},
		{"-c", files[0], folder}, {"--baseline", files[len(files)-1], folder},
	}
	for _, format := range []string{"json", "sarif", "github", "gitlab", "junit", "checkstyle"} {
		runs = append(runs, []string{"--show-source", "-f", format, folder})
	}
	for _, args := range runs {
		var out bytes.Buffer
		code := run(args, strings.NewReader(""), &out, &out)
		assert.NotEqual(t, exitInternal, code, "%v: %s", args, &out)
		noLeak(t, args, out.String())
		if args[0] == "-v" && args[1] == "--show-source" {
			for _, file := range files {
				assert.Contains(t, out.String(), file+":", "no line of it is shown")
			}
		}
	}
	written, err := os.ReadFile(baseline)
	require.NoError(t, err)
	noLeak(t, []string{"the baseline"}, string(written))
}

func noLeak(t *testing.T, args []string, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		if at := planted.FindStringIndex(line); at != nil {
			assert.Fail(t, "a secret leaks", "%v: ...%s", args[:len(args)-1], line[max(0, at[0]-200):min(len(line), at[1]+40)])
		}
	}
}
