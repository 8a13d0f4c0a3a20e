package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// put writes a file in one go.
func put(t *testing.T, folder, name, text string) {
	t.Helper()
	path := filepath.Join(folder, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

// putLarge writes a large file piece by piece: the memory of this process would count
// as that of the one it starts.
func putLarge(t *testing.T, folder, name, head string, pieces int, piece func(i int) string) {
	t.Helper()
	file, err := os.Create(filepath.Join(folder, name))
	require.NoError(t, err)
	w := bufio.NewWriter(file)
	_, _ = w.WriteString(head)
	for i := range pieces {
		_, _ = w.WriteString(piece(i))
	}
	require.NoError(t, w.Flush())
	require.NoError(t, file.Close())
}

// class returns a SecretProviderClass of vault up to the key `objects`.
func class(name string) string {
	return fmt.Sprintf(`apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: %s
  annotations:
    privatecloud.mendix.com/environment-class: "true"
spec:
  provider: vault
  parameters:
    roleName: orders
    objects: `, name)
}

func account(name string) string {
	return fmt.Sprintf(`apiVersion: v1
kind: ServiceAccount
metadata:
  name: %s
  annotations:
    privatecloud.mendix.com/environment-account: "true"
`, name)
}

func app(name string) string {
	return fmt.Sprintf(`apiVersion: privatecloud.mendix.com/v1alpha1
kind: MendixApp
metadata:
  name: %s
spec:
  allowOverrideSecretsWithSecretStoreCSIDriver: true
`, name)
}

// pair returns a class and an account that only lack the keys.
func pair(name string) string {
	return class(name) + "|\n      - {objectName: database-hots, secretPath: secret/data/a, secretKey: a}\n---\n" + account(name)
}

// laughs returns a text whose aliases expand to 10^levels values.
func laughs(levels int) string {
	var b strings.Builder
	b.WriteString("l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n")
	for i := 1; i < levels; i++ {
		fmt.Fprintf(&b, "l%d: &l%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*l%d, ", i-1), 10), ", "))
	}
	return b.String()
}

// indent puts spaces before each line.
func indent(blanks int, text string) string {
	pad := strings.Repeat(" ", blanks)
	return pad + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n"+pad) + "\n"
}
