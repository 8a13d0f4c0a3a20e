package manifest

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	sigsyaml "sigs.k8s.io/yaml"
)

// FuzzPlainReads checks that what is written without quotes is the same string
// for readers of YAML 1.1, such as sigs.k8s.io/yaml, and of YAML 1.2.
func FuzzPlainReads(f *testing.F) {
	for _, seed := range []string{
		"secret/data/x", "on", "0x1F", "1_000", "1:30", "2001-12-14", ".5", "-1", "1e3", "a:b", "a: b", "a #b", "~", "=", "<<", "",
		"a,b", "{a}", "null", "0o17", "0777", ".inf", "--- a", "1.2.3", "é", "a\u00a0", "- a", "?a", "a?", "12:30:45.1", "+.INF", "1,000", "0_X000", "_1", "%a", "@a", "`a",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, flow := range []bool{false, true} {
			if !utf8.ValidString(s) || !plainReads(s, flow) {
				continue
			}
			text := "k: " + s + "\n"
			if flow {
				text = "k: [" + s + "]\n"
			}
			var old map[string]any
			require.NoError(t, sigsyaml.Unmarshal([]byte(text), &old), text)
			node, err := parseYAML(text)
			require.NoError(t, err, text)
			value := node.Content[1]
			got := old["k"]
			if flow {
				require.Len(t, value.Content, 1, text)
				value = value.Content[0]
				got = got.([]any)[0]
			}
			require.Equal(t, "!!str", value.Tag, text)
			require.Equal(t, s, value.Value, text)
			require.Equal(t, any(s), got, text)
		}
	})
}

func TestPlainReads(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"a", "secret/data/x", "database-host", "a:b", "a#b", "1.2.3-x", "v1", "3a", "größe", "/a", "a b", "secrets-store.csi.x-k8s.io/v1", "00000000-0000-0000-0000-00000000000a"} {
		assert.True(t, plainReads(s, true), s)
	}
	for _, s := range []string{"", " ", "a ", "a:", "a: b", "a #", "on", "Y", "TRUE", "~", "1", "010", "1e3", "0x1", "1:30", "2001-01-01", ".5", "-a", "*a", "&a", "!a", "%a", "@a", "`a", "'a", "\"a", "#a", "[a", "{a", "a\nb", "a\tb", ".inf", "="} {
		assert.False(t, plainReads(s, false), s)
	}
	for _, s := range []string{"a,b", "a[0]", "a{", "a?"} {
		assert.True(t, plainReads(s, false), s)
		assert.False(t, plainReads(s, true), s)
	}
}
