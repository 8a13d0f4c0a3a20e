package config

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func known() []lint.Finding {
	return []lint.Finding{
		{
			Rule: "keys/unknown", Message: `"database-schema" is no key`, Fingerprint: "b2", Span: manifest.Span{Path: "k8s/b.yaml", Start: manifest.Pos{Line: 9, Column: 1}},
			Object: lint.ObjectID{APIVersion: "v1", Kind: "SecretProviderClass", Namespace: "shop", Name: "orders"},
		},
		{Rule: "manifest/syntax", Message: "did not find expected key", Fingerprint: "a1", Span: manifest.Span{Path: "k8s/ä \u2028\x7f\"#.yaml"}},
		{
			Rule: "keys/misspelled", Message: "other", Fingerprint: "c3", Span: manifest.Span{Path: "k8s/b.yaml", Start: manifest.Pos{Line: 2, Column: 1}},
			Object: lint.ObjectID{Kind: "ServiceAccount", Name: "orders"},
		},
	}
}

// TestWriteBaselineToPipe writes to a pipe, which /dev/stdout may be, without
// waiting to read reasons from it.
func TestWriteBaselineToPipe(t *testing.T) {
	t.Parallel()
	reader, writer, err := os.Pipe()
	require.NoError(t, err)
	defer reader.Close()
	defer writer.Close()
	path := fmt.Sprintf("/dev/fd/%d", writer.Fd())
	if _, err := os.Stat(path); err != nil {
		t.Skip("pipes have no paths here")
	}
	done := make(chan error, 1)
	go func() { done <- WriteBaseline(path, known()) }()
	select {
	case err := <-done:
		require.NoError(t, err)
	case <-time.After(10 * time.Second):
		t.Fatal("it waits for the pipe")
	}
	require.NoError(t, writer.Close())
	got, err := io.ReadAll(reader)
	require.NoError(t, err)
	assert.Contains(t, string(got), "fingerprint: \"a1\"")
}

func TestWriteBaseline(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "baseline.yaml")
	require.NoError(t, WriteBaseline(path, known()))
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	golden := filepath.Join("testdata", "baseline.golden")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, got, 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))

	findings := known()
	findings[0], findings[2] = findings[2], findings[0]
	findings[0].Span.Start.Line = 70
	require.NoError(t, WriteBaseline(path, findings))
	again, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(got), string(again), "lines and order of findings change nothing")
}

func TestBaselineRoundTrip(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "baseline.yaml")
	require.NoError(t, WriteBaseline(path, known()))
	b, err := LoadBaseline(path)
	require.NoError(t, err)
	require.Len(t, b.Entries, 3)
	assert.Equal(t, "k8s/ä \u2028\x7f\"#.yaml", b.Entries[2].Path)

	findings := known()
	findings[1].Fingerprint = "new"
	findings[2].Suppressed = &lint.Suppression{Kind: lint.ByComment}
	b.Apply(findings)
	assert.Equal(t, &lint.Suppression{Kind: lint.ByBaseline}, findings[0].Suppressed)
	assert.Nil(t, findings[1].Suppressed)
	assert.Equal(t, &lint.Suppression{Kind: lint.ByComment}, findings[2].Suppressed)
	gone := b.Unmatched(func(*Entry) bool { return true })
	require.Len(t, gone, 1)
	assert.Equal(t, "a1", gone[0].Fingerprint)
	assert.Empty(t, b.Unmatched(func(entry *Entry) bool { return entry.Rule != "manifest/syntax" }))
}

func TestBaselineKeepsReasons(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "baseline.yaml")
	require.NoError(t, WriteBaseline(path, known()))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	data = []byte(strings.Replace(string(data), `fingerprint: "b2"`, "fingerprint: \"b2\"\n    reason: agreed with the owner", 1))
	require.NoError(t, os.WriteFile(path, data, 0o600))
	require.NoError(t, WriteBaseline(path, known()[:2]))
	b, err := LoadBaseline(path)
	require.NoError(t, err)
	require.Len(t, b.Entries, 2)
	findings := known()
	b.Apply(findings)
	assert.Equal(t, &lint.Suppression{Kind: lint.ByBaseline, Reason: "agreed with the owner"}, findings[0].Suppressed)
	assert.Nil(t, findings[2].Suppressed)
}

func TestEmptyBaseline(t *testing.T) {
	t.Parallel()
	path := write(t, "baseline.yaml", "")
	require.NoError(t, WriteBaseline(path, nil))
	b, err := LoadBaseline(path)
	require.NoError(t, err)
	assert.Empty(t, b.Entries)
}

func TestLoadBaselineProblems(t *testing.T) {
	t.Parallel()
	for content, want := range map[string]string{
		"":                                           "is empty, not a baseline",
		"version: 2\nfindings: []\n":                 ":1:1: baseline of version 2: this mxlint reads version 1; rewrite it with --write-baseline",
		"version: 2\nfindings: []\nmore: 1\n":        "baseline of version 2",
		"findings: []\n":                             `:1:1: "baseline" lacks "version"`,
		"version: 1\nfinding: []\n":                  `:2:1: unknown key "finding": expected "findings"`,
		"version: 1\nfindings:\n  - rule: a/b\n":     `:3:5: "findings" lacks "fingerprint"`,
		"version: 1\nfindings:\n  - fingerprnt: x\n": `:3:5: unknown key "fingerprnt": expected "fingerprint"`,
		"kind: List\n":                               `unknown key "kind"`,
		"[":                                          "not valid YAML",
	} {
		_, err := LoadBaseline(write(t, "baseline.yaml", content))
		require.ErrorContains(t, err, want, content)
	}
	_, err := LoadBaseline(filepath.Join(t.TempDir(), "absent"))
	require.ErrorIs(t, err, os.ErrNotExist)
}

func TestWriteBaselineReplacesBaselinesOnly(t *testing.T) {
	t.Parallel()
	for _, content := range []string{"kind: MendixApp\n", "version: 1\n", "not: [yaml\n", "plain text"} {
		path := write(t, "app.yaml", content)
		require.ErrorContains(t, WriteBaseline(path, known()), "is not a baseline", content)
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, content, string(data))
	}
	older := write(t, "baseline.yaml", "version: 0\nfindings: []\n")
	require.NoError(t, WriteBaseline(older, known()))
	_, err := LoadBaseline(older)
	require.NoError(t, err)
}
