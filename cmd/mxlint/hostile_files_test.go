package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// hostileFiles returns trees with files that are not regular, or with names that attack
// whatever prints them.
func hostileFiles() []hostile {
	link := func(t *testing.T, folder, target, name string) {
		t.Helper()
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(folder, name)), 0o755))
		require.NoError(t, os.Symlink(target, filepath.Join(folder, name)))
	}
	fifo := func(t *testing.T, folder, name string) {
		t.Helper()
		if err := makePipe(filepath.Join(folder, name)); err != nil {
			t.Skipf("there are no named pipes: %v", err)
		}
	}
	return []hostile{
		{name: "10,000 links to one large file", code: 1, want: "[keys/misspelled]", make: func(t *testing.T, folder string) {
			put(t, folder, "a.yaml", pair("orders")+strings.Repeat("---\nkind: ConfigMap\nmetadata: {name: orders, labels: {of: MendixApp}}\n", 10_000))
			for i := range 10_000 {
				link(t, folder, "a.yaml", fmt.Sprintf("l%d.yaml", i))
			}
		}},
		{name: "a farm of linked folders", code: 1, want: "[keys/misspelled]", make: func(t *testing.T, folder string) {
			put(t, folder, "0/a.yaml", pair("orders"))
			for i := range 200 {
				for j := range 20 {
					link(t, folder, fmt.Sprintf("../%d", (i+j*j+1)%200), fmt.Sprintf("%d/%d", i, j))
				}
			}
		}},
		{name: "500 folders of one name", code: 1, want: "[keys/misspelled]", make: func(t *testing.T, folder string) {
			for i := range 500 {
				put(t, folder, fmt.Sprintf("f%d/a.yaml", i), pair("orders"))
				put(t, folder, fmt.Sprintf("f%d/b.yaml", i), app("orders"))
			}
		}},
		{name: "links in a ring", code: 1, want: "[keys/misspelled]", make: func(t *testing.T, folder string) {
			put(t, folder, "a.yaml", pair("orders"))
			link(t, folder, ".", "self")
			link(t, folder, "b.yaml", "c.yaml")
			link(t, folder, "c.yaml", "b.yaml")
			link(t, folder, "..", "x/up")
			link(t, folder, "/", "root")
		}},
		{name: "pipes and devices", code: 1, want: "[keys/misspelled]", make: func(t *testing.T, folder string) {
			put(t, folder, "a.yaml", pair("orders"))
			fifo(t, folder, "b.yaml")
			link(t, folder, "b.yaml", "c.yaml")
			link(t, folder, "/dev/zero", "d.yaml")
			link(t, folder, "/dev/zero", "e.hcl")
			link(t, folder, "/dev/tty", "f.json")
		}},
		{name: "a pipe by name", code: 2, want: "not a regular file", make: func(t *testing.T, folder string) { fifo(t, folder, "a.yaml") }, args: []string{"a.yaml"}},
		{name: "a pipe as configuration", code: 2, want: ".mxlint.yaml", make: func(t *testing.T, folder string) {
			put(t, folder, "a.yaml", pair("orders"))
			fifo(t, folder, ".mxlint.yaml")
		}},
		{name: "/dev/zero as configuration", code: 2, want: ".mxlint.yaml", make: func(t *testing.T, folder string) {
			put(t, folder, "a.yaml", pair("orders"))
			link(t, folder, "/dev/zero", ".mxlint.yaml")
		}},
		{name: "pipes and devices as policies", code: 2, want: "policies", make: func(t *testing.T, folder string) {
			put(t, folder, "a.yaml", pair("orders"))
			put(t, folder, ".mxlint.yaml", "policies: [policies]\n")
			link(t, folder, "/dev/zero", "policies/a/b/rule.rego")
		}},
		{name: "a pipe in a kustomization", code: 1, want: "[manifest/syntax]", make: func(t *testing.T, folder string) {
			put(t, folder, "kustomization.yaml", "resources: [a.yaml, b.yaml]\npatches: [{path: b.yaml}]\n")
			put(t, folder, "a.yaml", pair("orders"))
			fifo(t, folder, "b.yaml")
		}},
		{name: "a kustomization of /dev/zero", code: 1, want: "[manifest/syntax]", make: func(t *testing.T, folder string) {
			put(t, folder, "kustomization.yaml", "resources: [a.yaml]\nconfigMapGenerator: [{name: a, files: [/dev/zero, z]}]\n")
			put(t, folder, "a.yaml", pair("orders"))
			link(t, folder, "/dev/zero", "z")
		}},
		{name: "alias bomb under a kustomization", code: 1, want: "[manifest/syntax]", make: func(t *testing.T, folder string) {
			put(t, folder, "kustomization.yaml", "resources: [a.yaml, b.yaml]\n")
			put(t, folder, "a.yaml", pair("orders"))
			put(t, folder, "b.yaml", app("b")+indent(2, laughs(12)))
		}},
		{name: "one key 20,000 times under a kustomization", code: 1, want: "[manifest/syntax]", make: func(t *testing.T, folder string) {
			put(t, folder, "kustomization.yaml", "resources: [a.yaml, b.yaml]\n")
			put(t, folder, "a.yaml", pair("orders"))
			put(t, folder, "b.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\ndata:\n"+strings.Repeat("  k: a\n", 20_000))
		}},
		{name: "alias bomb as a kustomization", code: 1, want: "[manifest/syntax]", make: func(t *testing.T, folder string) {
			put(t, folder, "kustomization.yaml", "resources: [a.yaml]\n"+laughs(12))
			put(t, folder, "a.yaml", pair("orders"))
		}},
		{name: "names that are obeyed", code: 1, want: "[keys/misspelled]\n!\x1b\n!\r\n!\u202e", make: func(t *testing.T, folder string) {
			put(t, folder, "\x1b[31m\n::error::owned.yaml", pair("orders"))
			put(t, folder, "\xff\xfe.yaml", pair("bills"))
			put(t, folder, "x\u202e\r\b.yaml", "kind: MendixApp\na: b: c\n")
		}},
		{name: "a folder that nests 1,000 deep", code: 1, want: "[keys/misspelled]", make: func(t *testing.T, folder string) {
			put(t, folder, "a.yaml", pair("orders"))
			deep, err := os.OpenRoot(folder)
			require.NoError(t, err)
			for range 1_000 { // a path may have up to 4,096 bytes
				require.NoError(t, deep.Mkdir("d", 0o755))
				below, err := deep.OpenRoot("d")
				require.NoError(t, err)
				require.NoError(t, deep.Close())
				deep = below
			}
			require.NoError(t, deep.Close())
		}},
		{name: "binary junk", code: 2, want: "nothing was checked", make: func(t *testing.T, folder string) {
			putLarge(t, folder, "a.yaml", "", 20_000, junk)
			putLarge(t, folder, "b.json", "\x00M\x00e", 20_000, junk)
			putLarge(t, folder, "c.hcl", "path \"", 20_000, junk)
		}},
		{name: "binary junk beside our words", code: 1, want: "[manifest/syntax]", make: func(t *testing.T, folder string) {
			putLarge(t, folder, "a.yaml", "kind: MendixApp\n", 20_000, junk)
		}},
		{name: "UTF-16 junk", code: 1, want: "[manifest/syntax]", make: func(t *testing.T, folder string) {
			putLarge(t, folder, "a.yaml", "\xff\xfeM\x00e\x00n\x00d\x00i\x00x\x00A\x00p\x00p\x00", 20_000, junk)
		}},
	}
}

// junk returns a piece of noise, the same for each i.
func junk(i int) string {
	state := uint64(i)*0x9e3779b97f4a7c15 + 1
	piece := make([]byte, 64)
	for j := range piece {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		piece[j] = byte(state >> 32)
	}
	return string(piece)
}
