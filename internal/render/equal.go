package render

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// equal compares two values. Order of keys, style and comments do not count.
func equal(a, b *yaml.Node) bool { return equalAt(a, b, 0) }

func equalAt(a, b *yaml.Node, depth int) bool {
	a, b = manifest.Resolve(a), manifest.Resolve(b)
	if manifest.IsNull(a) || manifest.IsNull(b) || depth > 256 {
		return manifest.IsNull(a) && manifest.IsNull(b)
	}
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case yaml.ScalarNode:
		// kustomize trims the text of a patch in place, so the last line of a
		// block scalar there may lose its end.
		return strings.TrimRight(a.Value, "\n") == strings.TrimRight(b.Value, "\n")
	case yaml.SequenceNode:
		if len(a.Content) != len(b.Content) {
			return false
		}
		for i := range a.Content {
			if !equalAt(a.Content[i], b.Content[i], depth+1) {
				return false
			}
		}
		return true
	}
	entries := manifest.Entries(a)
	if len(entries) != len(manifest.Entries(b)) {
		return false
	}
	for _, entry := range entries {
		_, other := manifest.Field(b, entry.Key.Value)
		if other == nil || !equalAt(entry.Value, other, depth+1) {
			return false
		}
	}
	return true
}
