package render

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// equal compares two values, ignoring the order of keys, style, comments, and
// how kustomize spells what it reads as JSON.
func equal(a, b *yaml.Node) bool {
	return equalAt(a, b, func(a, b *yaml.Node) bool { return alike(a, b) || respelled(a, b) }, 0)
}

// spelledAlike is like equal, but spelling matters.
func spelledAlike(a, b *yaml.Node) bool { return equalAt(a, b, alike, 0) }

func equalAt(a, b *yaml.Node, scalars func(a, b *yaml.Node) bool, depth int) bool {
	a, b = manifest.Resolve(a), manifest.Resolve(b)
	if manifest.IsNull(a) || manifest.IsNull(b) || depth > 256 {
		return manifest.IsNull(a) && manifest.IsNull(b)
	}
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case yaml.ScalarNode:
		return scalars(a, b)
	case yaml.SequenceNode:
		if len(a.Content) != len(b.Content) {
			return false
		}
		for i := range a.Content {
			if !equalAt(a.Content[i], b.Content[i], scalars, depth+1) {
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
		if other == nil || !equalAt(entry.Value, other, scalars, depth+1) {
			return false
		}
	}
	return true
}

// alike compares the texts of two scalars. kustomize trims the text of an
// inline patch, so the last line of a block scalar there may lose its end.
func alike(a, b *yaml.Node) bool {
	return strings.TrimRight(a.Value, "\n") == strings.TrimRight(b.Value, "\n")
}

// respelled reports whether two scalars are one value in two spellings: a 10.10
// that kustomize has read comes out as 10.1, and a yes as true.
func respelled(a, b *yaml.Node) bool {
	first, isFirst := readPlain(a)
	second, isSecond := readPlain(b)
	return isFirst && isSecond && first == second
}

// readPlain reads an unquoted scalar that is a YAML 1.1 boolean or a number;
// numbers of any type are equal if they are equal as float64.
func readPlain(node *yaml.Node) (value any, ok bool) {
	if node.Style&^yaml.FlowStyle != 0 {
		return nil, false
	}
	if word, is := manifest.BooleanWord(node.Value); is {
		return word, true
	}
	var number float64
	switch node.ShortTag() {
	case "!!int", "!!float":
		err := node.Decode(&number)
		return number, err == nil
	}
	return nil, false
}
