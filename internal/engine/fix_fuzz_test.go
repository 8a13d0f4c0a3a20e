package engine

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/rulepage"
)

// FuzzFix fixes arbitrary manifests: the output decodes as far as the input, fixing
// twice gives the same as fixing once, and bytes outside the edits do not change.
func FuzzFix(f *testing.F) {
	shared, catalog := sharedRun(f, true)
	for _, rule := range catalog.Rules() {
		if !rule.Fixable {
			continue
		}
		examples, err := rulepage.Examples(rulepage.Read(rule.Page).Sections["Bad"])
		require.NoError(f, err)
		f.Add([]byte(stream(examples[0].Files)))
		f.Add([]byte("\xef\xbb\xbf" + strings.ReplaceAll(stream(examples[0].Files), "\n", "\r\n")))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		outcome := fixBytes(t, shared, data)
		before, after := manifest.Decode("-", data, manifest.DefaultLimits(), nil), manifest.Decode("-", outcome.Stdin, manifest.DefaultLimits(), nil)
		if len(before.Docs) != len(after.Docs) || len(before.Broken) != len(after.Broken) {
			t.Fatalf("%d documents and %d broken ones became %d and %d:\n%s", len(before.Docs), len(before.Broken), len(after.Docs), len(after.Broken), outcome.Stdin)
		}
		if len(outcome.Applied) == 0 && !bytes.Equal(data, outcome.Stdin) {
			t.Fatalf("no fix was made, and it became\n%s", outcome.Stdin)
		}
		if len(outcome.Applied) == 1 {
			unchanged(t, before.Text, after.Text, outcome.Applied[0].Fix.Edits)
		}
		if again := fixBytes(t, shared, outcome.Stdin); !bytes.Equal(again.Stdin, outcome.Stdin) {
			t.Fatalf("fixed once:\n%s\ntwice:\n%s", outcome.Stdin, again.Stdin)
		}
	})
}

// stream joins the manifests of an example.
func stream(files map[string]string) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".yaml") && !strings.HasPrefix(name, ".") {
			parts = append(parts, files[name])
		}
	}
	return strings.Join(parts, "---\n")
}

func fixBytes(t *testing.T, shared *run, data []byte) *FixOutcome {
	t.Helper()
	options := *shared.Options
	options.Overlay = map[string][]byte{stdinName: data}
	outcome, err := shared.freshRun(&options).fix(context.Background(), FixOptions{Unsafe: true})
	require.NoError(t, err)
	return outcome
}

// unchanged checks that the text around the edits of the only fix stays the same.
func unchanged(t *testing.T, before, after string, edits []manifest.Edit) {
	t.Helper()
	file := &manifest.File{Text: before}
	at, gone := 0, 0
	for _, edit := range edits {
		start, end := file.Offset(edit.Span.Start), file.Offset(edit.Span.End)
		if kept := before[at:start]; !strings.HasPrefix(after[gone:], kept+edit.NewText) {
			t.Fatalf("the text before %v changed:\n%s", edit.Span, after)
		}
		gone += start - at + len(edit.NewText)
		at = end
	}
	if after[gone:] != before[at:] {
		t.Fatalf("the text behind the edits changed:\n%s", after)
	}
}
