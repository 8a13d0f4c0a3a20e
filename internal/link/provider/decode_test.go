package provider

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDecodeNode(t *testing.T) {
	t.Parallel()
	many := func(count int, key string) string {
		var text strings.Builder
		text.WriteString("\n")
		for i := range count {
			fmt.Fprintf(&text, "  "+key+": x\n", i)
		}
		return text.String()
	}
	for name, c := range map[string]struct{ text, fails string }{
		"few keys":               {"a: {b: c}\n", ""},
		"a key twice":            {"a:" + many(2, "k%T"), "already defined"},
		"a key often":            {"a:" + many(50, "k%T"), "too many keys"},
		"keys by the thousand":   {"a:" + many(5000, "k%d"), "too many keys"},
		"many behind an alias":   {"a: &a" + many(5000, "k%d") + "b: *a\n", "too many keys"},
		"an alias within itself": {"a: &a {b: *a}\n", "contains itself"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			root, fault := parse(c.text)
			require.Nil(t, fault)
			var value map[string]any
			err := decodeNode(root, &value)
			if c.fails == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, c.fails)
		})
	}
}
