package manifest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

func TestEqualKeys(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want int
	}{
		{"{a: 1, b: 2}", 0},
		{"{a: 1, a: 2}", 1},
		{"{a: 1, \"a\": 2, a: 3}", 3}, // each with each other
		{"{a: {b: 1, b: 2}}", 0},      // only its own keys
		{"{&k a: 1, *k : 2}", 0},      // an alias is another kind
		{"[a, a]", 0},
		{"a", 0},
	} {
		node := yaml.MustParse(c.text).YNode()
		assert.Equal(t, c.want, manifest.EqualKeys(node), "%s", c.text)
	}
}
