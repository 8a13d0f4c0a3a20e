package textdiff

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestUnified(t *testing.T) {
	t.Parallel()
	const head = "--- a/k8s/a.yaml\n+++ b/k8s/a.yaml\n"
	tests := []struct {
		name          string
		before, after string
		context       int
		want          string
	}{
		{"equal", "a\n", "a\n", 3, ""},
		{"one line", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n", 3,
			head + "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"},
		{"no context", "1\n2\n3\n", "1\nx\n3\n", 0, head + "@@ -2 +2 @@\n-2\n+x\n"},
		{"added", "1\n2\n", "1\nx\ny\n2\n", 0, head + "@@ -1,0 +2,2 @@\n+x\n+y\n"},
		{"removed", "1\n2\n3\n", "1\n3\n", 1, head + "@@ -1,3 +1,2 @@\n 1\n-2\n 3\n"},
		{"two hunks", "1\n2\n3\n4\n5\n6\n", "x\n2\n3\n4\n5\ny\n", 1,
			head + "@@ -1,2 +1,2 @@\n-1\n+x\n 2\n@@ -5,2 +5,2 @@\n 5\n-6\n+y\n"},
		{"contexts meet", "1\n2\n3\n4\n", "x\n2\n3\ny\n", 1, head + "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n-4\n+y\n"},
		{"moved", "a\nb\nc\n", "b\nc\na\n", 3, head + "@@ -1,3 +1,3 @@\n-a\n b\n c\n+a\n"},
		{"line end added", "a", "a\n", 3, head + "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"},
		{"no line end", "a\nb", "x\nb", 3, head + "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n"},
		{"from nothing", "", "a\n", 3, head + "@@ -0,0 +1 @@\n+a\n"},
		{"to nothing", "a\nb\n", "", 3, head + "@@ -1,2 +0,0 @@\n-a\n-b\n"},
		{"a workflow command nearby", "1\n  ::error::x\n3\n4\n::x\n6\n", "1\n  ::error::x\n3\ny\n::x\n6\n", 3,
			head + "@@ -3,2 +3,2 @@\n 3\n-4\n+y\n"},
		{"CR LF", "a\r\nb\r\n", "a\r\nc\r\n", 0, head + "@@ -2 +2 @@\n-b\r\n+c\r\n"},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tc.want, Unified("k8s/a.yaml", tc.before, tc.after, tc.context, nil))
		})
	}
}

func TestUnifiedMask(t *testing.T) {
	t.Parallel()
	mask := func(added bool, line int, text string) string {
		return fmt.Sprintf("%t %d %s", added, line, strings.Replace(text, "secret", "***", 1))
	}
	got := Unified("/k8s/a.yaml", "k: v\na: secret\nb: 2", "k: v\nz: 1\na: \"secret\"\nb: 2", 1, mask)
	assert.Equal(t, "--- /k8s/a.yaml\n+++ /k8s/a.yaml\n@@ -1,3 +1,4 @@\n false 1 k: v\n-false 2 a: ***\n+true 2 z: 1\n+true 3 a: \"***\"\n false 3 b: 2\n\\ No newline at end of file\n", got)
}

// A long text of many equal lines takes no longer than it may, and one that
// changes throughout is still shown in full.
func TestUnifiedOfLongTexts(t *testing.T) {
	t.Parallel()
	before := strings.Repeat("- |\n  objectType: secret\n", 3000)
	after := strings.Replace(before, "- |\n", "- |-\n", 400)
	assert.True(t, strings.HasPrefix(Unified("k 8s/a.yaml", "a\n", "b\n", 1, nil), "--- a/k 8s/a.yaml\t\n+++ b/k 8s/a.yaml\t\n"))
	assert.Equal(t, 400, strings.Count(Unified("a", before, after, 0, nil), "\n@@ "))
	other := strings.ToUpper(before) + "x\n"
	diff := Unified("a", before, other, 3, nil)
	assert.Equal(t, 1, strings.Count(diff, "\n@@ "))
	patchedText, err := applyDiff(before, diff)
	require.NoError(t, err)
	assert.Equal(t, other, patchedText)
}

// applyDiff applies a unified diff to a text, as strictly as patch does.
func applyDiff(before, diff string) (string, error) {
	if diff == "" {
		return before, nil
	}
	old, at := strings.SplitAfter(before, "\n"), 0
	var after strings.Builder
	lines := strings.SplitAfter(diff, "\n")
	for i := 2; i < len(lines); i++ {
		line := lines[i]
		if i+1 < len(lines) && strings.HasPrefix(lines[i+1], "\\ ") {
			line = strings.TrimSuffix(line, "\n")
		}
		switch {
		case line == "" || line[0] == '\\':
		case strings.HasPrefix(line, "@@ "):
			var start int
			if _, err := fmt.Sscanf(line, "@@ -%d", &start); err != nil {
				return "", err
			}
			if !strings.Contains(strings.Fields(line)[1], ",0") {
				start--
			}
			for ; at < start; at++ {
				after.WriteString(old[at])
			}
		case line[0] == '+':
			after.WriteString(line[1:])
		case old[at] != line[1:]:
			return "", fmt.Errorf("%q is not %q", old[at], line[1:])
		default:
			if line[0] == ' ' {
				after.WriteString(old[at])
			}
			at++
		}
	}
	for ; at < len(old); at++ {
		after.WriteString(old[at])
	}
	return after.String(), nil
}

func FuzzUnified(f *testing.F) {
	f.Add("a\nb\nc\n", "b\nc\na", uint8(1))
	f.Add("", "x", uint8(0))
	f.Add("a\n\na\nb", "a\na\n\nb\n", uint8(3))
	f.Fuzz(func(t *testing.T, before, after string, context uint8) {
		diff := Unified("a", before, after, int(context%5), nil)
		got, err := applyDiff(before, diff)
		require.NoError(t, err, diff)
		require.Equal(t, after, got, diff)
	})
}
