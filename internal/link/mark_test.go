package link

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

func TestNearestEntry(t *testing.T) {
	t.Parallel()
	row := &Annotation{Key: "privatecloud.mendix.com/environment-class", Misses: []string{"privatecloud.mendix.com/environment-account"}}
	const account, typo, right = "privatecloud.mendix.com/environment-account: x\n", "privatecloud.mendix.com/environment-clas: x\n", "privatecloud.mendix.com/environment-class: x\n"
	for text, want := range map[string]string{
		"team: x\n":             "",
		account:                 "privatecloud.mendix.com/environment-account",
		account + typo:          "privatecloud.mendix.com/environment-clas",
		typo + account:          "privatecloud.mendix.com/environment-clas",
		account + right:         "privatecloud.mendix.com/environment-class",
		"team: x\n" + account:   "privatecloud.mendix.com/environment-account",
		typo + account + "a: b": "privatecloud.mendix.com/environment-clas",
	} {
		var node yaml.Node
		require.NoError(t, yaml.Unmarshal([]byte(text), &node))
		found := ""
		if entry := nearestEntry(row, manifest.Entries(node.Content[0])); entry != nil {
			found = entry.Key.Value
		}
		assert.Equal(t, want, found, text)
	}
}
